namespace Plugins.Tests.Building;

/// <summary>The modules that the build of this solution has made of the plugins.</summary>
internal static class PluginModules
{
    public static TheoryData<string> All =>
    [
        "Hello", "GetWild", "HttpCallout", "FirebaseAuth", "RequestMetrics", "RateLimit", "LineProtocol",
    ];

    /// <summary>Where the module of a project is.</summary>
    public static string PathOf(string project)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, configuration, $"{project}.wasm"));
        Assert.True(File.Exists(path), $"the build has not made {path}");
        return path;
    }
}
