using System.Text.Json;

namespace Library.Json;

public static class Elements
{
    private static string Show(JsonElement e) => e.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", e.EnumerateObject().Select(p => p.Name + "=" + Show(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", e.EnumerateArray().Select(Show)) + "]",
        JsonValueKind.String => "'" + e.GetString() + "'",
        _ => e.GetRawText(),
    };

    public static void Run()
    {
        using var d = JsonDocument.Parse("""{"id":7,"tags":["a","b"],"when":"2024-05-06T07:08:09Z","g":"00000000-0000-0000-0000-000000000001","nested":{"deep":[[1],[2,[3]]]},"dup":1,"dup":2,"big":12345678901234567890,"esc":"\u0041\/"}""");
        var r = d.RootElement;
        Out.Line(Show(r));
        Out.Line(r.GetProperty("id").GetInt32() + r.GetProperty("tags")[1].GetString() + r.GetProperty("when").GetDateTime().ToString("u") + r.GetProperty("g").GetGuid() + r.GetProperty("dup") + r.GetProperty("big").GetUInt64() + r.GetProperty("tags").GetArrayLength());
        Out.Line(r.TryGetProperty("none", out _) + " " + r.GetProperty("id").TryGetByte(out var b) + b + r.GetProperty("esc").ValueEquals("A/") + r.GetProperty("nested").GetPropertyCount());
        Out.Try("missing", () => r.GetProperty("nope"));
        Out.Try("kind", () => r.GetProperty("tags").GetInt32());
        Out.Try("range", () => r.GetProperty("big").GetInt32());
        Out.Line(JsonElement.Parse("[1, 2]").GetArrayLength() + JsonElement.DeepEquals(JsonElement.Parse("{\"a\":1.0}"), JsonElement.Parse("{\"a\":1}")).ToString());
        Out.Line(r.Clone().GetProperty("nested").ToString() + r.GetProperty("id").GetDecimal());
    }
}
