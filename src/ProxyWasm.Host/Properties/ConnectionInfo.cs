using System.Net;
using ProxyWasm.Abi;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Properties;

/// <summary>
/// What the proxy knows of a client's connection and of the one to the upstream; the source of the properties that
/// plugins read. A member that is null answers NotFound. Read inside of the worker of the stream or connection.
/// </summary>
public abstract class ConnectionInfo
{
    /// <summary>Number of the client's connection.</summary>
    public virtual long? ConnectionId => null;

    /// <summary>The client's end of its connection.</summary>
    public virtual IPEndPoint? Source => null;

    /// <summary>The proxy's end of the client's connection.</summary>
    public virtual IPEndPoint? Destination => null;

    /// <summary>TLS facts of the client's connection; null without TLS.</summary>
    public virtual TlsInfo? Tls => null;

    /// <summary>The upstream endpoint once one was chosen.</summary>
    public virtual IPEndPoint? Upstream => null;

    /// <summary>The proxy's end of the connection to the upstream.</summary>
    public virtual IPEndPoint? UpstreamLocal => null;

    /// <summary>How often the upstream was tried; 1 once an endpoint was chosen.</summary>
    public virtual long? UpstreamAttempts => Upstream is null ? null : 1;

    /// <summary>Name of the cluster that the bytes go to.</summary>
    public virtual string? ClusterName => null;

    /// <summary>
    /// Sets an object of the proxy that influences how it handles the stream or connection, such as
    /// <c>envoy.tcp_proxy.cluster</c>: the foreign function <c>set_envoy_filter_state</c>.
    /// </summary>
    /// <param name="name">Name of the object.</param>
    /// <param name="value">Its text; valid during the call only.</param>
    /// <returns>
    /// <see cref="Status.Ok"/>; <see cref="Status.NotFound"/> for a name that the proxy does not know, which is the
    /// default; <see cref="Status.BadArgument"/> for a value that it rejects.
    /// </returns>
    public virtual Status SetFilterState(string name, ReadOnlySpan<byte> value) => Status.NotFound;
}
