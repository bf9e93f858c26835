using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.AspNetCore;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace Wildgate.Gateway.Upstreams;

/// <summary>
/// Makes the upstream request out of the client's: the target byte for byte as it came, or as plugins left it, and the
/// host as the route says.
/// </summary>
internal sealed class UpstreamTransformer : HttpTransformer
{
    private static readonly UriCreationOptions AsWritten = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        var feature = httpContext.Features.GetRequiredFeature<RouteFeature>();
        var target = feature.Route!.RewriteTarget(RequestTarget.Of(httpContext));
        proxyRequest.RequestUri = new Uri(destinationPrefix + Sendable(target), AsWritten);
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

    // The target stands right behind the authority, so what does not begin with a slash would change the authority.
    // Bytes beyond ASCII, which only plugins can put here, are encoded: the client that sends this knows ASCII only.
    private static string Sendable(string target)
    {
        if (!Ascii.IsValid(target))
        {
            target = string.Concat(target.Select(byteValue =>
                char.IsAscii(byteValue) ? byteValue.ToString() : $"%{(int)byteValue:X2}"));
        }

        return target.StartsWith('/') ? target : "/" + target;
    }
}
