using ProxyWasm.Host.Properties;

namespace ProxyWasm.Host.Http;

/// <summary>
/// What the proxy knows of a stream beside its headers and bodies; the source of the properties that plugins read. A
/// member that is null answers NotFound. Read inside of the stream's worker.
/// </summary>
public abstract class HttpStreamInfo : ConnectionInfo
{
    /// <summary>When the request arrived (<c>request.time</c>).</summary>
    public virtual DateTimeOffset StartTime => DateTimeOffset.UnixEpoch;

    /// <summary>Protocol of the client, such as <c>HTTP/1.1</c> or <c>HTTP/2</c>.</summary>
    public virtual string? Protocol => null;

    /// <summary>Name of the route.</summary>
    public virtual string? RouteName => null;

    /// <summary>Name of the virtual host that the route belongs to.</summary>
    public virtual string? VirtualHostName => null;

    /// <summary>Called after a plugin changed the request headers, so that the route is chosen anew.</summary>
    public virtual void ClearRouteCache()
    {
    }
}
