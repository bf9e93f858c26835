using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Wildgate.Bench.Peers;

/// <summary>The server behind <see cref="DotnetPeer"/>.</summary>
internal static class DotnetPeerApplication
{
    private static readonly byte[] Answer = new byte[Upstream.UpstreamConnection.BodySize];

    /// <summary>Serves on 127.0.0.1 until the token or SIGTERM.</summary>
    public static async Task RunAsync(
        int port, int upstreamPort, PeerJob job, bool isInline, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = isInline);
        await using var application = builder.Build();
        if (job == PeerJob.Answer)
        {
            application.Run(RespondAsync);
        }
        else
        {
            Forward(application, $"http://127.0.0.1:{upstreamPort}/", job == PeerJob.ForwardAndMark);
        }

        // StartAsync reports a taken port as IOException; the token stops the host in order.
        await application.StartAsync(CancellationToken.None);
        await ((IHost)application).WaitForShutdownAsync(cancellationToken);
    }

    private static Task RespondAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = Answer.Length;
        return context.Response.Body.WriteAsync(Answer).AsTask();
    }

    private static void Forward(WebApplication application, string upstream, bool withJob)
    {
        var forwarder = application.Services.GetRequiredService<IHttpForwarder>();
        var transformer = withJob ? new MarkTransformer() : HttpTransformer.Empty;

        // Lives as long as the process.
        var client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        });
        application.Run(async context =>
            await forwarder.SendAsync(context, upstream, client, ForwarderRequestConfig.Empty, transformer));
    }

    private sealed class MarkTransformer : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext,
            HttpRequestMessage proxyRequest,
            string destinationPrefix,
            CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            var count = httpContext.Request.Headers.Count.ToString(CultureInfo.InvariantCulture);
            proxyRequest.Headers.TryAddWithoutValidation(BenchHeaders.Count, count);
        }

        public override ValueTask<bool> TransformResponseAsync(
            HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            httpContext.Response.Headers[BenchHeaders.Mark] = BenchHeaders.MarkValue;
            return base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        }
    }
}
