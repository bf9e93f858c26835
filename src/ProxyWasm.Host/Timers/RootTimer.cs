using ProxyWasm.Host.Contexts;

namespace ProxyWasm.Host.Timers;

/// <summary>
/// The tick of one root context (section 6.3 of the ABI reference): the next one is armed when the last has returned,
/// and ticks that are late are one. Used inside of the worker, except for the moment in which the clock fires.
/// </summary>
internal sealed class RootTimer : IDisposable
{
    // The longest time a timer takes; a guest may ask for one millisecond more.
    private const uint MaxMilliseconds = uint.MaxValue - 1;

    private readonly RootContext _root;
    private readonly Action _tick;
    private ITimer? _timer;
    private TimeSpan _period;
    private bool _isDue;
    private bool _isPosted;
    private bool _isSetMeanwhile;
    private bool _isDisposed;

    public RootTimer(RootContext root)
    {
        _root = root;
        _tick = Tick;
    }

    /// <summary>The time from one tick to the next; zero while there are none.</summary>
    public TimeSpan Period => _isDisposed ? TimeSpan.Zero : _period;

    /// <summary>Arms the timer anew, or stops it with 0; a tick that is due but has not run is cancelled.</summary>
    public void Set(uint milliseconds)
    {
        if (_isDisposed || _root.Vm.Exports.OnTick is null)
        {
            return;
        }

        _period = TimeSpan.FromMilliseconds(Math.Min(milliseconds, MaxMilliseconds));
        _isSetMeanwhile = true;
        Interlocked.Exchange(ref _isDue, false);
        if (milliseconds > 0)
        {
            Arm();
        }
        else
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _timer?.Dispose();
    }

    private void Arm()
    {
        _timer ??= Create();
        _timer.Change(_period, Timeout.InfiniteTimeSpan);
    }

    // The request in which a plugin sets its timer must not live on in it.
    private ITimer Create()
    {
        using var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        return _root.Vm.Services.Time.CreateTimer(
            static timer => ((RootTimer)timer!).Elapsed(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // On a thread of the clock.
    private void Elapsed()
    {
        Interlocked.Exchange(ref _isDue, true);
        if (!Interlocked.Exchange(ref _isPosted, true))
        {
            _root.Vm.Worker.Post(_tick);
        }
    }

    private void Tick()
    {
        Interlocked.Exchange(ref _isPosted, false);
        if (!Interlocked.Exchange(ref _isDue, false) || _isDisposed || !_root.IsReachable)
        {
            return;
        }

        _isSetMeanwhile = false;
        var vm = _root.Vm;
        vm.Call(_root, "proxy_on_tick", vm.Exports.OnTick, _root.Id);
        vm.Drain();
        if (!_isSetMeanwhile && !_isDisposed && _root.IsReachable)
        {
            Arm();
        }
    }
}
