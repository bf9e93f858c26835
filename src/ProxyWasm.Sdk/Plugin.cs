using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Contexts;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Shared;
using ProxyWasm.Sdk.Tcp;

namespace ProxyWasm.Sdk;

/// <summary>
/// A plugin with its configuration: what all its streams share. There is one for each plugin of the host's
/// configuration on each of the host's workers. Filters that share nothing need none: see <see
/// cref="PluginAttribute"/>.
/// </summary>
/// <remarks>
/// Callbacks come one at a time. An exception that leaves one is logged; while the plugin starts it refuses the start.
/// </remarks>
public abstract class Plugin : PluginContext
{
    private TimerQueue? _timers;
    private int _period;

    internal TimerQueue Timers => _timers ??= new TimerQueue(this);

    /// <summary>The virtual machine starts.</summary>
    /// <param name="configuration">Configuration of the virtual machine; valid during the call.</param>
    /// <returns>Whether the plugin can run.</returns>
    protected internal virtual bool OnVmStart(ReadOnlySpan<byte> configuration) => true;

    /// <summary>The plugin starts.</summary>
    /// <param name="configuration">Its configuration, most often JSON; valid during the call.</param>
    /// <returns>Whether it is acceptable; what is wrong with it should be logged.</returns>
    protected internal virtual bool OnConfigure(ReadOnlySpan<byte> configuration) => true;

    /// <summary>Makes the filter of a new HTTP stream.</summary>
    /// <returns>A new filter, or null when streams are not looked at.</returns>
    protected internal virtual HttpFilter? CreateHttpFilter() => null;

    /// <summary>Makes the filter of a new TCP connection.</summary>
    /// <returns>A new filter, or null when connections are not looked at.</returns>
    protected internal virtual TcpFilter? CreateTcpFilter() => null;

    /// <summary>The time of <see cref="SetTickPeriod"/> has passed once more.</summary>
    protected internal virtual void OnTick()
    {
    }

    /// <summary>A queue that the plugin has registered has something in it.</summary>
    protected internal virtual void OnQueueReady(SharedQueue queue)
    {
    }

    /// <summary>The plugin is about to end.</summary>
    /// <returns>Whether it may end now; else it calls <see cref="Done"/> later, which the host awaits for a
    /// while.</returns>
    protected internal virtual bool OnShutdown() => true;

    /// <summary>Lets a plugin end that had something to do in <see cref="OnShutdown"/>.</summary>
    protected void Done() => Instance.Run(this, static () => Hostcalls.Done());

    /// <summary>
    /// Does something for the plugin rather than for the stream whose callback runs: calls and delays that begin in it
    /// are not ended by the end of that stream.
    /// </summary>
    public void RunDetached(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Instance.Run(this, action);
    }

    /// <summary>How often <see cref="OnTick"/> is called.</summary>
    /// <param name="period">Rounded up to milliseconds; zero for never.</param>
    protected void SetTickPeriod(TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        _period = Milliseconds.Of(period);
        ApplyTickPeriod();
    }

    internal void ApplyTickPeriod()
    {
        // Delays use the tick too: it comes as often as either needs.
        var delays = _timers?.Period ?? 0;
        var period = _period == 0 || (delays != 0 && delays < _period) ? delays : _period;
        Instance.Run(this, () => Hostcalls.SetTickPeriod(period));
    }

    internal void Tick()
    {
        _timers?.Tick();
        if (_period != 0)
        {
            OnTick();
        }
    }

    internal virtual StreamContext? OpenStream() => (StreamContext?)CreateHttpFilter() ?? CreateTcpFilter();
}
