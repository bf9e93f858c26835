using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ProxyWasm.Host.Engines.Wasmtime;

/// <summary>
/// Decides at each epoch tick whether a running guest call may go on. Where the system can tell, the CPU time of the
/// thread counts and not the time on the wall, so that a guest is not blamed for a busy machine.
/// </summary>
/// <remarks>
/// The clock is read at ticks only: a call shorter than one tick, which is nearly every call, never pays for it. The
/// first reading lies up to one tick after the call began; that much a guest may overrun.
/// </remarks>
internal sealed partial class CpuBudget
{
    private long _limitNanoseconds;
    private long _startNanoseconds = -1;

    /// <summary>Begins a call.</summary>
    public void Start(TimeSpan limit)
    {
        _limitNanoseconds = (long)limit.TotalNanoseconds;
        _startNanoseconds = -1;
    }

    /// <summary>Called on the guest's thread at a tick.</summary>
    public bool MayContinue()
    {
        if (_limitNanoseconds == 0)
        {
            return true;
        }

        var now = ThreadNanoseconds();
        if (_startNanoseconds < 0)
        {
            _startNanoseconds = now;
        }

        return now - _startNanoseconds < _limitNanoseconds;
    }

    private static long ThreadNanoseconds()
    {
        if (OperatingSystem.IsLinux() && ReadClock(ClockThreadCpuTime, out var time) == 0)
        {
            return (time.Seconds * 1_000_000_000L) + time.Nanoseconds;
        }

        return (long)(Stopwatch.GetTimestamp() * (1_000_000_000.0 / Stopwatch.Frequency));
    }

    private const int ClockThreadCpuTime = 3;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
