using System.Net;

namespace ProxyWasm.AspNetCore;

/// <summary>
/// What the application knows of the route of a request or of a TCP connection; set it on
/// <c>HttpContext.Features</c>, or on <c>ConnectionContext.Features</c>, in front of the plugins to give them the
/// properties <c>xds.route_name</c>, <c>xds.cluster_name</c> and <c>upstream.*</c>.
/// </summary>
public interface IRouteFeature
{
    /// <summary>Name of the route, or null.</summary>
    string? RouteName { get; }

    /// <summary>Name of the virtual host of the route, or null.</summary>
    string? VirtualHostName { get; }

    /// <summary>Name of the cluster that the route names, or null.</summary>
    string? ClusterName { get; }

    /// <summary>The upstream endpoint, or null while none was chosen.</summary>
    IPEndPoint? Upstream { get; }

    /// <summary>
    /// The application's end of the connection to <see cref="Upstream"/>, or null while it is not known.
    /// </summary>
    IPEndPoint? UpstreamLocal => null;

    /// <summary>
    /// A plugin changed the request headers: forget the route and choose it anew when it is needed.
    /// </summary>
    void ClearRouteCache();
}
