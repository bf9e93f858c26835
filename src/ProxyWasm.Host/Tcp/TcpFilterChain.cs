using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Properties;

namespace ProxyWasm.Host.Tcp;

/// <summary>
/// An ordered list of plugins that TCP connections pass through. Immutable and thread-safe; make one per
/// configuration and keep it.
/// </summary>
public sealed class TcpFilterChain
{
    private readonly PluginHost _host;

    internal TcpFilterChain(PluginHost host, IReadOnlyList<Plugin> plugins)
    {
        _host = host;
        Plugins = plugins;
    }

    /// <summary>The plugins, in the order in which a client's bytes meet them.</summary>
    public IReadOnlyList<Plugin> Plugins { get; }

    /// <summary>
    /// Begins a connection. It is bound to one worker, and in it to one virtual machine per plugin, until it is
    /// finished.
    /// </summary>
    /// <param name="info">What the proxy knows of the connection.</param>
    public TcpConnection Open(ConnectionInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return new TcpConnection(Plugins, _host.Workers.Choose(), info);
    }
}
