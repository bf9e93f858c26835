namespace Plugins.Tests.Serving;

/// <summary>The time of the system and what a test adds to it. Timers are those of the system.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));

    public void Move(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
