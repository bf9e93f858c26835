using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk;

/// <summary>The clock of the host.</summary>
public static class Clock
{
    private const long NanosecondsPerTick = 100;

    /// <summary>Nanoseconds since 1970.</summary>
    public static ulong Nanoseconds
    {
        get
        {
            Hostcalls.GetCurrentTime(out var nanoseconds);
            return nanoseconds;
        }
    }

    /// <summary>Seconds since 1970, as tokens and HTTP have them.</summary>
    public static long UnixSeconds => (long)(Nanoseconds / 1_000_000_000);

    /// <summary>The time as a date.</summary>
    public static DateTimeOffset UtcNow => DateTimeOffset.UnixEpoch.AddTicks((long)Nanoseconds / NanosecondsPerTick);

    /// <summary>
    /// The clock and the timers of the host for what takes a <see cref="System.TimeProvider"/>:
    /// <c>new CancellationTokenSource(time, Clock.TimeProvider)</c>, for example.
    /// </summary>
    /// <remarks>
    /// A timer belongs to what is active when it is made: its callback acts upon that stream or plugin. The plain forms
    /// of <c>Task.Delay</c> and <c>Task.WaitAsync</c> use it in the plugin's own code without being told.
    /// </remarks>
    public static TimeProvider TimeProvider { get; } = new HostTimeProvider();

    internal static TimerQueue Timers => (PluginInstance.Current.ActivePlugin ?? throw new InvalidOperationException(
        "Nothing can wait here: there is no stream or plugin.")).Timers;

    /// <summary>Lets time pass: <c>await Clock.Delay(TimeSpan.FromSeconds(1))</c>.</summary>
    /// <param name="time">Rounded up to milliseconds; not negative.</param>
    public static DelayOperation Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return new DelayOperation(Timers, time);
    }

    /// <inheritdoc cref="Delay(TimeSpan)"/>
    /// <param name="time">Rounded up to milliseconds; not negative.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static DelayOperation Delay(TimeSpan time, CancellationToken cancellation)
    {
        var operation = Delay(time);
        operation.CancelWith(cancellation);
        return operation;
    }
}
