using System.Diagnostics;

namespace Wildgate.Bench.Micro;

/// <summary>Times an action in rounds, after a warm-up that lets the just-in-time compiler settle.</summary>
internal static class MicroTimer
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(200);

    /// <param name="name">What is timed.</param>
    /// <param name="operations">Operations in one call of <paramref name="action"/>.</param>
    /// <param name="action">The work; runs on this thread.</param>
    public static MicroResult Measure(string name, int operations, Action action)
    {
        var calls = CountCalls(action, WarmUp) * Round.TotalSeconds / WarmUp.TotalSeconds;
        var perRound = Math.Max(1, (int)calls);
        var times = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < perRound; i++)
            {
                action();
            }

            times[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / perRound / operations;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        return new MicroResult(name, times[Rounds / 2], times[0], (double)bytes / Rounds / perRound / operations);
    }

    private static int CountCalls(Action action, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        do
        {
            action();
            count++;
        }
        while (Stopwatch.GetElapsedTime(start) < time);

        return count;
    }
}
