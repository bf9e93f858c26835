using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Callouts.Transport;
using ProxyWasm.Host.Http;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Upstreams;

namespace Wildgate.Gateway.Plugins;

/// <summary>Fetches a module through a cluster, with retries, and verifies it.</summary>
internal sealed class RemoteCodeFetcher(RemoteCodeConfig config, ClusterConfig cluster, ILoggerFactory loggerFactory)
{
    // Far above what compilers produce; a server that sends without end must not fill the memory.
    private const int MaxBytes = 256 * 1024 * 1024;
    private const int ChunkBytes = 64 * 1024;

    // Configurations may hold durations that no timer takes.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    private readonly ILogger _logger = loggerFactory.CreateLogger<RemoteCodeFetcher>();

    /// <summary>Fetches; a failure is a result and never an exception.</summary>
    public async Task<RemoteCode> FetchAsync(TimeProvider time)
    {
        // Not the gateway's own transport: a fetch may outlive a gateway whose configuration was refused.
        using var transport = new HttpCalloutTransport(new HttpCalloutOptions
        {
            Clusters = [CalloutClusters.Convert(cluster)],
            LoggerFactory = loggerFactory,
        });
        for (var attempt = 1; ; attempt++)
        {
            var code = await AttemptAsync(transport, time);
            if (code.Module is not null)
            {
                return code;
            }

            Log.FetchFailed(_logger, attempt, config.Uri, code.Problem);
            if (attempt > config.Retries)
            {
                return code;
            }

            await Task.Delay(PauseAfter(attempt), time);
        }
    }

    private async Task<RemoteCode> AttemptAsync(HttpCalloutTransport transport, TimeProvider time)
    {
        if (transport.FindCluster(cluster.Name) != CalloutClusterState.Ready)
        {
            return RemoteCode.Failed($"cluster `{cluster.Name}` has no endpoint");
        }

        using var timeout = config.Timeout > TimeSpan.Zero
            ? new CancellationTokenSource(Shorter(config.Timeout), time)
            : new CancellationTokenSource();
        try
        {
            var request = new CalloutRequest { Cluster = cluster.Name, Headers = RequestHeaders() };
            var result = await transport.SendAsync(request, timeout.Token);
            if (result.Response is null)
            {
                return RemoteCode.Failed($"no answer: {result.Failure} {result.Detail}".TrimEnd());
            }

            await using var response = result.Response;
            return response.Headers.Get(":status") is "200"
                ? await ReceiveAsync(response, timeout.Token)
                : RemoteCode.Failed($"expected status 200, got {response.Headers.Get(":status")}");
        }
        catch (OperationCanceledException)
        {
            return RemoteCode.Failed(string.Create(
                CultureInfo.InvariantCulture, $"no complete answer within {config.Timeout.TotalSeconds} s"));
        }
    }

    private HeaderMap RequestHeaders()
    {
        var headers = new HeaderMap(HeaderMapKind.Request);
        headers.Load(":method", "GET");
        headers.Load(":path", config.Uri.PathAndQuery);
        headers.Load(":authority", config.Uri.Authority);
        headers.Load(":scheme", config.Uri.Scheme);
        return headers;
    }

    private async Task<RemoteCode> ReceiveAsync(CalloutResponse response, CancellationToken cancellationToken)
    {
        using var module = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        while (true)
        {
            var read = await response.ReadAsync(chunk, cancellationToken);
            if (read.Failure != CalloutFailure.None)
            {
                return RemoteCode.Failed($"the answer broke off: {read.Failure}");
            }

            if (read.Count == 0)
            {
                return Verify(module.ToArray());
            }

            if (module.Length + read.Count > MaxBytes)
            {
                return RemoteCode.Failed($"the answer has more than {MaxBytes} bytes");
            }

            module.Write(chunk, 0, read.Count);
        }
    }

    private RemoteCode Verify(byte[] module)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(module));
        return digest == config.Sha256
            ? new RemoteCode(module, "")
            : RemoteCode.Failed($"expected SHA-256 {config.Sha256}, got {digest} of {module.Length} bytes");
    }

    // Exponential with full jitter, as Envoy's.
    private TimeSpan PauseAfter(int attempt)
    {
        var (least, most) = (config.Backoff.BaseInterval, config.Backoff.MaxInterval);
        var factor = Math.Min(Math.Pow(2, attempt) - 1, most / least);
        return Shorter(least * (factor * Random.Shared.NextDouble()));
    }

    private static TimeSpan Shorter(TimeSpan time) => time < MaxWait ? time : MaxWait;
}
