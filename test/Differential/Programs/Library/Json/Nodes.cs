using System.Text.Json;
using System.Text.Json.Nodes;

namespace Library.Json;

public static class Nodes
{
    public static void Run()
    {
        var n = JsonNode.Parse("""{"a":1,"b":[true,"x",null],"c":{"d":2.5}}""");
        Out.Line((int)n["a"] + (string)n["b"][1] + (double)n["c"]["d"] + (n["zz"] is null) + n["b"].AsArray().Count);
        n["a"] = 5;
        n["b"].AsArray().Add("new");
        n["c"]["e"] = new JsonArray(1, 2);
        n.AsObject().Remove("zz");
        n["c"].AsObject()["f"] = null;
        Out.Line(n.ToJsonString());
        Out.Line(n["b"][0].GetValue<bool>() + n["c"].GetPath() + n["b"].GetValueKind() + n["a"].GetValue<int>());
        var o = new JsonObject { ["z"] = 1, ["y"] = "s", ["x"] = new JsonObject { ["w"] = true } };
        foreach (var (k, v) in o) Out.Line(k + v);
        Out.Line(o.ContainsKey("z") + " " + o.Count + JsonNode.DeepEquals(o, o.DeepClone()) + o.ToJsonString(new JsonSerializerOptions { WriteIndented = true }).Length);
    }
}
