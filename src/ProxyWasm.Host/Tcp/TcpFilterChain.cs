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

    internal TcpFilterChain(PluginHost host, IReadOnlyList<Plugin> plugins, IReadOnlyList<Plugin> accessLoggers)
    {
        _host = host;
        Plugins = plugins;
        AccessLoggers = accessLoggers;
    }

    /// <summary>The plugins, in the order in which a client's bytes meet them.</summary>
    public IReadOnlyList<Plugin> Plugins { get; }

    /// <summary>The plugins that are told of each connection when it has ended, and of nothing else.</summary>
    public IReadOnlyList<Plugin> AccessLoggers { get; }

    /// <summary>Whether connections meet nobody here.</summary>
    public bool IsEmpty => Plugins.Count == 0 && AccessLoggers.Count == 0;

    /// <summary>
    /// Begins a connection. It is bound to one worker, and in it to one virtual machine per plugin, until it is
    /// finished.
    /// </summary>
    /// <param name="info">What the proxy knows of the connection.</param>
    public TcpConnection Open(ConnectionInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return new TcpConnection(this, _host.Workers.Choose(), info);
    }
}
