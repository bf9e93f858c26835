namespace Wildgate.Bench.Plugins;

/// <summary>A plugin of this repository, as the build has made it.</summary>
/// <param name="Name">Its folder in <c>plugins/</c>.</param>
/// <param name="Project">The name of its project.</param>
/// <param name="Budget">How large the module may be in bytes; null when nobody has said.</param>
internal sealed record BuiltPlugin(string Name, string Project, int? Budget)
{
    public static IReadOnlyList<BuiltPlugin> All { get; } =
    [
        new("hello", "Hello", 16 * 1024),
        new("get-wild", "GetWild", 20 * 1024),
        new("http-callout", "HttpCallout", 60 * 1024),
        new("firebase-auth", "FirebaseAuth", 280 * 1024),
        new("request-metrics", "RequestMetrics", null),
        new("rate-limit", "RateLimit", null),
        new("line-protocol", "LineProtocol", null),
    ];

    public static BuiltPlugin FirebaseAuth => All.Single(plugin => plugin.Name == "firebase-auth");

    /// <exception cref="BenchException">The build has not made it.</exception>
    public byte[] Read()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.GetFullPath(
            Path.Combine(AppContext.BaseDirectory, "..", "..", Project, configuration, $"{Project}.wasm"));
        return File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new BenchException($"{path} is missing. Build it with `dotnet build -c Release plugins/{Name}`.");
    }
}
