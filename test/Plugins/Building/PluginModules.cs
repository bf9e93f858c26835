using System.Reflection;
using ProxyWasm.Testing;

namespace Plugins.Tests.Building;

/// <summary>The modules that the build of this solution has made of the plugins.</summary>
internal static class PluginModules
{
    public static TheoryData<string> All =>
    [
        "Hello", "GetWild", "HttpCallout", "FirebaseAuth", "RequestMetrics", "RateLimit", "LineProtocol",
    ];

    /// <summary>The plugin of a project as a module.</summary>
    public static TestPlugin Module(string project) => new(PathOf(project));

    /// <summary>The same code under the JIT, where a debugger steps through it.</summary>
    public static TestPlugin Native(string project) => TestPlugin.Native(Assembly.Load(project));

    /// <summary>Where the module of a project is.</summary>
    public static string PathOf(string project)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "..", "..", project, configuration, $"{project}.wasm"));
        Assert.True(File.Exists(path), $"the build has not made {path}");
        return path;
    }
}
