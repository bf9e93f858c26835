using System.Net;
using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Routing;

/// <summary>
/// The route of one request: chosen when somebody asks, remembered, and forgotten when a plugin changes the request.
/// </summary>
internal sealed class RouteFeature(HttpContext context, RouteTable table) : IRouteFeature
{
    private Route? _route;
    private bool _isChosen;

    /// <summary>The route, or null when none matches.</summary>
    public Route? Route
    {
        get
        {
            if (!_isChosen)
            {
                _isChosen = true;
                _route = table.Find(context.Request.Host.Value ?? "", PathOf(RequestTarget.Of(context)));
            }

            return _route;
        }
    }

    public string? RouteName => Route?.Config.Name;

    public string? VirtualHostName => Route?.VirtualHostName;

    public string? ClusterName => (Route?.Config.Action as ForwardActionConfig)?.Cluster;

    public IPEndPoint? Upstream { get; set; }

    /// <summary>Host name of the chosen endpoint, for rewriting the host.</summary>
    public string? HostName { get; set; }

    public void ClearRouteCache() => _isChosen = false;

    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> target)
    {
        var query = target.IndexOf('?');
        return query < 0 ? target : target[..query];
    }
}
