using System.Text.Json;
using System.Text.Json.Nodes;

namespace Library.Json;

public static class NodeEdits
{
    public static void Run()
    {
        var n = JsonNode.Parse("""{"a":1,"b":[1,2,{"c":null}],"d":{"e":"x","f":1.50},"g":true}""");
        n["a"] = 2;
        n["b"][2]["c"] = "set";
        n["b"].AsArray().Add(JsonValue.Create(4.5));
        n["b"].AsArray().Insert(0, JsonValue.Create("first"));
        n["b"].AsArray().RemoveAt(1);
        n.AsObject().Remove("g");
        n["new"] = new JsonObject { ["x"] = JsonValue.Create(1L), ["y"] = new JsonArray(JsonValue.Create(true), null) };
        Out.Line(n.ToJsonString());
        Out.Line(n["d"]["f"].GetValue<decimal>() + " " + n["d"]["f"].GetPath() + n["b"][2].GetPath() + n["d"].Parent["a"] + n["new"]["y"][0].Root.AsObject().Count + n["d"].GetPropertyName() + n["b"][1].GetElementIndex() + n["d"]["e"].GetValueKind());
        foreach (var (k, v) in n.AsObject()) Out.Line(k + "=" + v?.GetValueKind());
        var copy = n.DeepClone();
        Out.Line(JsonNode.DeepEquals(n, copy));
        copy["d"]["e"] = "y";
        Out.Line(JsonNode.DeepEquals(n, copy));
        Out.Line(n["missing"] is null);
        Out.Try("type", () => n["a"].GetValue<string>());
        Out.Try("parent", () => copy["z"] = n["d"]);
        Out.Try("index", () => Out.Line(n["b"][99].ToString()));
        Out.Try("kind", () => n["d"].AsArray());
        n["d"].ReplaceWith(JsonValue.Create("plain"));
        Out.Line(n["d"].ToString() + n["b"].AsArray().Select(x => x?.ToJsonString()).Count() + n.AsObject().ContainsKey("a") + n.AsObject().TryGetPropertyValue("q", out _) + n.AsObject().IndexOf("b") + n.AsObject().GetAt(0).Key);
        n.AsObject().Insert(0, "zero", JsonValue.Create(0));
        n.AsObject().SetAt(1, JsonValue.Create("one"));
        Out.Line(n.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 1 }));
        Out.Line(JsonNode.Parse("[1,]", null, new JsonDocumentOptions { AllowTrailingCommas = true }).AsArray().Count + JsonNode.Parse("/*c*/ 5", null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).GetValue<int>());
        Out.Try("duplicate", () => JsonNode.Parse("""{"a":1,"a":2}""").AsObject().Count.ToString());
        Out.Line((string)JsonNode.Parse("\"s\"") + (int?)JsonNode.Parse("7") + (double)JsonNode.Parse("7.5") + (bool)JsonNode.Parse("false"));
    }
}
