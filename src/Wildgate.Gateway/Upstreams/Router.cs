using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace Wildgate.Gateway.Upstreams;

/// <summary>The last filter: sends the request to the cluster of its route, or answers as the route says.</summary>
internal sealed class Router(IHttpForwarder forwarder, FrozenDictionary<string, Cluster> clusters)
{
    private readonly UpstreamTransformer _transformer = new();

    public async Task InvokeAsync(HttpContext context)
    {
        var feature = context.Features.GetRequiredFeature<RouteFeature>();
        switch (feature.Route?.Config.Action)
        {
            case ForwardActionConfig forward:
                await ForwardAsync(context, feature, forward);
                break;
            case DirectResponseConfig direct:
                await AnswerAsync(context.Response, direct.Status, direct.Body);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static async Task AnswerAsync(HttpResponse response, int status, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        if (!body.IsEmpty)
        {
            response.ContentType = "text/plain";
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body);
        }
    }

    private async Task ForwardAsync(HttpContext context, RouteFeature feature, ForwardActionConfig action)
    {
        var cluster = clusters[action.Cluster];
        var endpoint = cluster.Choose();
        feature.Upstream = endpoint.Address;
        feature.HostName = endpoint.HostName;
        endpoint.Begin();
        try
        {
            if (action.Timeout <= TimeSpan.Zero)
            {
                await SendAsync(context, cluster, endpoint, default);
                return;
            }

            using var timeout = new RouteTimeout(context, action.Timeout);
            await SendAsync(context, cluster, endpoint, timeout.Token);
        }
        finally
        {
            endpoint.End();
        }
    }

    private async Task SendAsync(
        HttpContext context, Cluster cluster, Cluster.Endpoint endpoint, CancellationToken timeout)
    {
        var error = await forwarder.SendAsync(
            context, endpoint.Prefix, cluster.Client, cluster.RequestConfig, _transformer, timeout);
        if (error == ForwarderError.None || context.Response.HasStarted
            || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        context.Response.Headers.Clear();
        await (timeout.IsCancellationRequested
            ? AnswerAsync(context.Response, StatusCodes.Status504GatewayTimeout, UpstreamErrors.Timeout)
            : AnswerAsync(context.Response, StatusCodes.Status503ServiceUnavailable, UpstreamErrors.Of(context)));
    }
}
