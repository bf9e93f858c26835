using Wildgate.Bench.Posix;

namespace Wildgate.Bench.Load;

/// <summary>
/// A closed-loop HTTP/1.1 load generator: a fixed number of keep-alive connections, each with one request under way
/// at a time, all on the calling thread, which also calls <paramref name="onTick"/> about every
/// <see cref="TickInterval"/>.
/// </summary>
internal sealed class LoadGenerator(LoadPlan plan, TimeProvider time, Action? onTick = null)
{
    public static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(100);

    private const int ReceiveBytes = 256 * 1024;

    /// <summary>Runs the plan to its end and returns when the last answer is in.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled; its connections are closed.</exception>
    public LoadResult Run(CancellationToken cancellationToken)
    {
        using var queue = new EventQueue();
        var tally = new LoadTally(plan, time);
        var received = GC.AllocateUninitializedArray<byte>(ReceiveBytes);
        var connections = new LoadConnection[plan.Connections];
        for (var key = 0; key < connections.Length; key++)
        {
            connections[key] = new LoadConnection(plan, tally, queue, time, received, key);
        }

        try
        {
            Array.ForEach(connections, static connection => connection.Begin());
            Pump(queue, connections, cancellationToken);
            return tally.Conclude();
        }
        finally
        {
            Array.ForEach(connections, static connection => connection.Dispose());
        }
    }

    private void Pump(EventQueue queue, LoadConnection[] connections, CancellationToken cancellationToken)
    {
        var tickedAt = time.GetTimestamp();
        while (Array.Exists(connections, static connection => connection.IsBusy))
        {
            var count = queue.Wait(TickInterval);
            for (var i = 0; i < count; i++)
            {
                var readiness = queue.Entry(i, out var key);
                connections[key].OnReady(readiness);
            }

            if (time.GetElapsedTime(tickedAt) >= TickInterval)
            {
                cancellationToken.ThrowIfCancellationRequested();
                tickedAt = time.GetTimestamp();
                onTick?.Invoke();
                Array.ForEach(connections, static connection => connection.CheckTimeout());
            }
        }
    }
}
