using System.IO.Pipelines;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Tests.Callouts;

namespace ProxyWasm.Host.Tests.Isolation;

/// <summary>Answers the calls of plugins at random: at once, later, with a failure, or never.</summary>
internal sealed class ArbitraryTransport(int seed) : ICalloutTransport
{
    private readonly Random _random = new(seed);
    private int _underWay;
    private int _sent;

    /// <summary>Requests and bodies that nobody has ended yet.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    public int Sent => Volatile.Read(ref _sent);

    public CalloutClusterState FindCluster(string name) => name switch
    {
        "web" => CalloutClusterState.Ready,
        "down" => CalloutClusterState.Unavailable,
        _ => CalloutClusterState.Unknown,
    };

    public async ValueTask<CalloutResult> SendAsync(CalloutRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sent);
        Interlocked.Increment(ref _underWay);
        try
        {
            if (request.BodyReader is { } body)
            {
                _ = SwallowAsync(body, cancellationToken);
            }

            switch (Next(4))
            {
                case 0:
                    return new CalloutResult((CalloutFailure)Next(1, 8), "at random");
                case 1:
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
                case 2:
                    await Task.Yield();
                    break;
            }

            return new CalloutResult(new ScriptedResponse(Next(100, 600), Body(), Next(2) == 0 ? "" : $"{Next(20)}"));
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task SwallowAsync(PipeReader body, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            for (var isOver = false; !isOver;)
            {
                var part = await body.ReadAsync(cancellationToken);
                body.AdvanceTo(part.Buffer.End);
                isOver = part.IsCompleted;
            }

            await body.CompleteAsync();
        }
        catch (OperationCanceledException cancelled)
        {
            await body.CompleteAsync(cancelled);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    // Messages of gRPC, whole and broken, or just bytes.
    private byte[] Body()
    {
        var bytes = new byte[Next(60)];
        lock (_random)
        {
            _random.NextBytes(bytes);
        }

        return Next(3) == 0 ? bytes : [0, 0, 0, 0, (byte)(bytes.Length + Next(2)), .. bytes];
    }

    private int Next(int end) => Next(0, end);

    private int Next(int start, int end)
    {
        lock (_random)
        {
            return _random.Next(start, end);
        }
    }
}
