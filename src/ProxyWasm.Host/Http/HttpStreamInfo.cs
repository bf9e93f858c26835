using System.Net;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Http;

/// <summary>
/// What the proxy knows of a stream beside its headers and bodies; the source of the properties that plugins read. A
/// member that is null answers NotFound. Read inside of the stream's worker.
/// </summary>
public abstract class HttpStreamInfo
{
    /// <summary>When the request arrived (<c>request.time</c>).</summary>
    public virtual DateTimeOffset StartTime => DateTimeOffset.UnixEpoch;

    /// <summary>Protocol of the client, such as <c>HTTP/1.1</c> or <c>HTTP/2</c>.</summary>
    public virtual string? Protocol => null;

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

    /// <summary>Name of the cluster that the route names.</summary>
    public virtual string? ClusterName => null;

    /// <summary>Name of the route.</summary>
    public virtual string? RouteName => null;

    /// <summary>Name of the virtual host that the route belongs to.</summary>
    public virtual string? VirtualHostName => null;

    /// <summary>
    /// Sets an object of the proxy that influences how it handles the stream, such as
    /// <c>envoy.tcp_proxy.cluster</c>: the foreign function <c>set_envoy_filter_state</c>.
    /// </summary>
    /// <param name="name">Name of the object.</param>
    /// <param name="value">Its text; valid during the call only.</param>
    /// <returns>
    /// <see cref="Status.Ok"/>; <see cref="Status.NotFound"/> for a name that the proxy does not know, which is the
    /// default; <see cref="Status.BadArgument"/> for a value that it rejects.
    /// </returns>
    public virtual Status SetFilterState(string name, ReadOnlySpan<byte> value) => Status.NotFound;

    /// <summary>Called after a plugin changed the request headers, so that the route is chosen anew.</summary>
    public virtual void ClearRouteCache()
    {
    }
}
