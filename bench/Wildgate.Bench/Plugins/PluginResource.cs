using System.Reflection;
using ProxyWasm.Host;

namespace Wildgate.Bench.Plugins;

/// <summary>The plugins of the benchmarks, WebAssembly text inside of the program.</summary>
internal static class PluginResource
{
    /// <summary>Reads a plugin and translates it to binary.</summary>
    public static byte[] Read(PluginHost host, string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the program has no plugin {name}");
        using var reader = new StreamReader(stream);
        return host.ConvertText(reader.ReadToEnd());
    }
}
