using ProxyWasm.Sdk.Contexts;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Async;

/// <summary>A timer of the base library, driven by the tick of the plugin that was active when it was made.</summary>
internal sealed class HostTimer : ITimer, IDueWork
{
    private readonly TimerQueue _timers = Clock.Timers;
    private readonly PluginContext _context = PluginInstance.Current.Active!;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private TimeSpan _period;
    private ulong _due;
    private bool _isDisposed;

    public HostTimer(TimerCallback callback, object? state)
    {
        _callback = callback;
        _state = state;
    }

    ulong IDueWork.Due => _due;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        if (_isDisposed)
        {
            return false;
        }

        _timers.Remove(this);
        _period = period;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Wait(dueTime);
        }

        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        _timers.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    void IDueWork.Run()
    {
        if (_period > TimeSpan.Zero)
        {
            Wait(_period);
        }

        try
        {
            _context.Instance.Run(_context, () => _callback(_state));
        }
        catch (Exception exception)
        {
            Failures.Report("a timer"u8, exception);
        }
    }

    private void Wait(TimeSpan time)
    {
        _due = TimerQueue.After(time);
        _timers.Add(this);
    }
}
