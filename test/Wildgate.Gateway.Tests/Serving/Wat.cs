using ProxyWasm.Host;

namespace Wildgate.Gateway.Tests.Serving;

/// <summary>Translates modules in the text format.</summary>
internal static class Wat
{
    public static byte[] Convert(string text)
    {
        var host = new PluginHost(new PluginHostOptions { Workers = 1 });
        try
        {
            return host.ConvertText(text);
        }
        finally
        {
            host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
