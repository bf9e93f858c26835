using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace Wildgate.Gateway.Upstreams;

/// <summary>
/// Makes the upstream request out of the client's: the target byte for byte as it came, or as plugins left it, and the host
/// as the route says.
/// </summary>
internal sealed class UpstreamTransformer : HttpTransformer
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        var feature = httpContext.Features.GetRequiredFeature<RouteFeature>();
        var target = feature.Route!.RewriteTarget(RouteFeature.Target(httpContext));
        proxyRequest.RequestUri = new Uri(destinationPrefix + target, AsWritten);
        var action = (ForwardActionConfig)feature.Route.Config.Action;
        if (action.HostRewrite is { } host)
        {
            proxyRequest.Headers.Host = host;
        }
        else if (action.AutoHostRewrite && feature.HostName is { } name)
        {
            proxyRequest.Headers.Host = name;
        }
    }
}
