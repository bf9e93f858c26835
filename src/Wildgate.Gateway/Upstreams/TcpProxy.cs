using System.IO.Pipelines;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using ProxyWasm.AspNetCore;

namespace Wildgate.Gateway.Upstreams;

/// <summary>
/// The last network filter: connects each connection with an endpoint of a cluster and copies both ways.
/// </summary>
/// <remarks>
/// The client may close its half first. When the upstream closes its half the connection ends once all its bytes are
/// sent: Kestrel cannot close one half only.
/// </remarks>
internal sealed class TcpProxy(Cluster cluster, TimeSpan idleTimeout, TimeProvider time, ILogger logger)
{
    // The longest time that timers can measure is about 49 days; longer ones might as well be for ever.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    private const int ReceiveBytes = 16 * 1024;

    public async Task RunAsync(ConnectionContext connection)
    {
        var endpoint = cluster.Choose();
        endpoint.Begin();
        try
        {
            if (await ConnectAsync(endpoint) is not { } upstream)
            {
                return;
            }

            await using (upstream)
            {
                if (connection.Features.Get<IRouteFeature>() is TcpRoute route)
                {
                    route.Upstream = upstream.Remote;
                    route.UpstreamLocal = upstream.Local;
                }

                await CopyAsync(connection.Transport, upstream);
            }
        }
        finally
        {
            endpoint.End();
        }
    }

    private async Task<UpstreamConnection?> ConnectAsync(Cluster.Endpoint endpoint)
    {
        using var timeout = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        Restart(timeout, cluster.ConnectTimeout);
        try
        {
            return await UpstreamConnection.ConnectAsync(cluster, endpoint, timeout.Token);
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            Log.ConnectFailed(logger, endpoint.Prefix, cluster.Name, exception.Message);
        }
        catch (OperationCanceledException)
        {
            Log.ConnectFailed(logger, endpoint.Prefix, cluster.Name, $"not connected within {cluster.ConnectTimeout}");
        }

        return null;
    }

    private async Task CopyAsync(IDuplexPipe client, UpstreamConnection upstream)
    {
        using var over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        Restart(over, idleTimeout);
        var sending = EndOnFailureAsync(SendAsync(client.Input, upstream, over), over);
        await EndOnFailureAsync(ReceiveAsync(upstream, client.Output, over), over);

        // Nobody is left to answer what the client might still send.
        await over.CancelAsync();
        await sending;
    }

    private async Task SendAsync(PipeReader client, UpstreamConnection upstream, CancellationTokenSource over)
    {
        while (true)
        {
            var read = await client.ReadAsync(over.Token);
            foreach (var segment in read.Buffer)
            {
                await upstream.Stream.WriteAsync(segment, over.Token);
            }

            client.AdvanceTo(read.Buffer.End);
            Restart(over, idleTimeout);
            if (read.IsCompleted)
            {
                await upstream.EndSendingAsync();
                return;
            }
        }
    }

    private async Task ReceiveAsync(UpstreamConnection upstream, PipeWriter client, CancellationTokenSource over)
    {
        while (true)
        {
            var count = await upstream.Stream.ReadAsync(client.GetMemory(ReceiveBytes), over.Token);
            if (count == 0)
            {
                await client.CompleteAsync();
                return;
            }

            client.Advance(count);
            Restart(over, idleTimeout);
            var flush = await client.FlushAsync(over.Token);
            if (flush.IsCompleted)
            {
                return;
            }
        }
    }

    // Either side may go away at any moment; the other one is then of no use.
    private async Task EndOnFailureAsync(Task copying, CancellationTokenSource over)
    {
        try
        {
            await copying;
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            if (!over.IsCancellationRequested)
            {
                Log.ConnectionEnded(logger, cluster.Name, exception.Message);
                await over.CancelAsync();
            }
        }
    }

    private static void Restart(CancellationTokenSource timeout, TimeSpan time)
    {
        if (time > TimeSpan.Zero && time <= LongestTimeout)
        {
            timeout.CancelAfter(time);
        }
    }
}
