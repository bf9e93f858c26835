using System.Diagnostics;
using ProxyWasm.Testing.Reports;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>
/// Runs the phases of a case round by round, each with a stream of its own, and measures every callback. Other streams
/// may be open meanwhile, some of which move on between two rounds.
/// </summary>
internal sealed class SuiteBenchmark(
    SuiteSession session, SuiteCase @case, (int Count, int Rate) others, TimeSpan time)
{
    private const int WarmUpRounds = 50;

    private readonly Dictionary<string, (List<long> Ticks, long Bytes)> _costs = [];
    private readonly List<string> _order = [];

    /// <exception cref="SuiteRunException">The plugin failed.</exception>
    public IReadOnlyList<CallbackCost> Run()
    {
        var steps = Steps();
        var open = new List<IEnumerator<bool>>();
        for (var i = 0; i < others.Count; i++)
        {
            // Created, and one callback further.
            open.Add(Walk(steps, measured: false));
            Advance(open, i, steps);
            Advance(open, i, steps);
        }

        var random = new Random(1);
        var rounds = 0;
        var started = Stopwatch.GetTimestamp();
        while (rounds < WarmUpRounds * 2 || Stopwatch.GetElapsedTime(started) < time)
        {
            for (var i = 0; open.Count > 0 && i < others.Rate; i++)
            {
                Advance(open, random.Next(open.Count), steps);
            }

            using var round = Walk(steps, measured: ++rounds > WarmUpRounds);
            while (round.MoveNext())
            {
            }
        }

        return [.. _order.Select(Cost)];
    }

    private CallbackCost Cost(string callback)
    {
        var (ticks, bytes) = _costs[callback];
        ticks.Sort();
        double Nanoseconds(double value) => value * 1e9 / Stopwatch.Frequency;
        return new CallbackCost(
            @case.Name,
            callback,
            ticks.Count,
            Nanoseconds(ticks.Average()),
            Nanoseconds(ticks[(ticks.Count - 1) / 2]),
            Nanoseconds(ticks[(ticks.Count - 1) * 99 / 100]),
            (double)bytes / ticks.Count);
    }

    private void Advance(
        List<IEnumerator<bool>> open, int index, IReadOnlyList<(string, Func<SuiteStream, Action>)> steps)
    {
        if (!open[index].MoveNext())
        {
            open[index].Dispose();
            open[index] = Walk(steps, measured: false);
        }
    }

    // Each step makes ready what is then measured.
    private List<(string Callback, Func<SuiteStream, Action> Prepare)> Steps()
    {
        var steps = new List<(string, Func<SuiteStream, Action>)>();
        AddHeaders(steps, "proxy_on_request_headers", SuitePhase.RequestHeaders, @case.RequestHeaders);
        AddBodies(steps, "proxy_on_request_body", SuitePhase.RequestBody, @case.RequestBody);
        AddHeaders(steps, "proxy_on_response_headers", SuitePhase.ResponseHeaders, @case.ResponseHeaders);
        AddBodies(steps, "proxy_on_response_body", SuitePhase.ResponseBody, @case.ResponseBody);
        return steps;
    }

    private static void AddHeaders(
        List<(string, Func<SuiteStream, Action>)> steps,
        string callback,
        SuitePhase phase,
        SuiteInvocation? invocation)
    {
        if (invocation is not null)
        {
            steps.Add((callback, stream =>
            {
                var headers = invocation.Headers.Copy();
                return () => stream.Present(phase, headers);
            }));
        }
    }

    private void AddBodies(
        List<(string, Func<SuiteStream, Action>)> steps,
        string callback,
        SuitePhase phase,
        IReadOnlyList<SuiteInvocation> invocations)
    {
        foreach (var invocation in invocations)
        {
            var chunks = BodyChunks.Of(invocation.Body, @case);
            for (var i = 0; i < chunks.Count; i++)
            {
                var (chunk, end) = (chunks[i], i == chunks.Count - 1);
                steps.Add((callback, stream => () => stream.Present(phase, chunk, end)));
            }
        }
    }

    // One stream from its creation to its end; a value after each callback.
    private IEnumerator<bool> Walk(
        IReadOnlyList<(string Callback, Func<SuiteStream, Action> Prepare)> steps, bool measured)
    {
        SuiteStream stream = null!;
        Call("proxy_on_context_create", () => stream = new SuiteStream(session.Root), measured);
        yield return true;
        foreach (var (callback, prepare) in steps)
        {
            if (stream.Response is null)
            {
                Call(callback, prepare(stream), measured);
                yield return true;
            }
        }

        Call("proxy_on_done, proxy_on_delete", stream.Finish, measured);
    }

    private void Call(string callback, Action action, bool measured) => session.Run(callback, () =>
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        action();
        var ticks = Stopwatch.GetTimestamp() - started;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        if (!measured)
        {
            return;
        }

        if (!_costs.TryGetValue(callback, out var cost))
        {
            _order.Add(callback);
            cost.Ticks = [];
        }

        cost.Ticks.Add(ticks);
        _costs[callback] = (cost.Ticks, cost.Bytes + bytes);
    });
}
