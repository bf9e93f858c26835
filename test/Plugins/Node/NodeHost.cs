using System.Text.Json;
using System.Text.Json.Nodes;
using Plugins.Tests.Building;

namespace Plugins.Tests.Node;

/// <summary>Runs a plugin in Node.js, under the minimal host beside this project.</summary>
internal static class NodeHost
{
    /// <summary>What each step gave.</summary>
    public static async Task<JsonArray> RunAsync(string project, string configuration, long now, params object[] steps)
    {
        var input = JsonSerializer.Serialize(new { configuration, now, steps });
        var output = await NodeProcess.RunAsync("node", "node", input, "run.mjs", PluginModules.PathOf(project));
        return JsonNode.Parse(output)!.AsArray();
    }

    public static object Request(params (string Name, string Value)[] headers) => Step("request", headers);

    public static object Response(params (string Name, string Value)[] headers) => Step("response", headers);

    public static object Answer(string body, params (string Name, string Value)[] headers) =>
        new { @do = "answer", body, headers = Pairs(headers) };

    public static object Do(string action) => new { @do = action };

    public static string? Header(JsonNode? headers, string name) =>
        headers!.AsArray().FirstOrDefault(pair => pair![0]!.GetValue<string>() == name)?[1]!.GetValue<string>();

    private static object Step(string action, (string Name, string Value)[] headers) =>
        new { @do = action, headers = Pairs(headers) };

    private static string[][] Pairs((string Name, string Value)[] headers) =>
        [.. headers.Select(header => new[] { header.Name, header.Value })];
}
