using System.Diagnostics;

namespace Library.Time;

public static class Clocks
{
    private sealed class Fixed : TimeProvider { public long T; public override DateTimeOffset GetUtcNow() => new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero); public override long GetTimestamp() => T; public override long TimestampFrequency => 1000; }

    public static void Run()
    {
        var s = Stopwatch.StartNew();
        var n = 0L;
        for (var i = 0; i < 1000; i++) n += i;
        s.Stop();
        Out.Line((s.ElapsedTicks >= 0) + " " + s.IsRunning + n + (s.Elapsed < TimeSpan.FromMinutes(1)) + (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp()) >= TimeSpan.Zero) + (Stopwatch.Frequency > 0));
        var f = new Fixed();
        var start = f.GetTimestamp();
        f.T = 2500;
        Out.Line(f.GetElapsedTime(start) + f.GetUtcNow().ToString("u"));
        Out.Line((TimeProvider.System.GetUtcNow().Year > 2020) + " " + (Environment.TickCount64 >= 0) + (DateTimeOffset.UtcNow.Offset == TimeSpan.Zero));
    }
}
