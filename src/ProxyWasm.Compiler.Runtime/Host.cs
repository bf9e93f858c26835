using System.Runtime.InteropServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Clock and random numbers, imported from the host under their WASI names when a program uses them.</summary>
internal static unsafe class Host
{
    private const int RealTime = 0;
    private const int Monotonic = 1;
    private const long NanosecondsPerTick = 100;

    [Replaces("Interop+Sys", "GetSystemTimeAsTicks")]
    public static long SystemTicks() => Clock(RealTime) / NanosecondsPerTick;

    [Replaces("Interop+Sys", "GetTimestamp")]
    public static long Timestamp() => Clock(Monotonic);

    [Replaces("Interop+Sys", "GetLowResolutionTimestamp")]
    public static long Milliseconds() => Clock(Monotonic) / 1_000_000;

    [Replaces("Interop+Sys", "GetNonCryptographicallySecureRandomBytes")]
    public static void Random(byte* buffer, int length) => Fill(buffer, length);

    [Replaces("Interop+Sys", "GetCryptographicallySecureRandomBytes")]
    public static int SecureRandom(byte* buffer, int length)
    {
        Fill(buffer, length);
        return 0;
    }

    private static void Fill(byte* buffer, int length)
    {
        if (random_get(buffer, length) != 0)
        {
            throw new InvalidOperationException("the host refused to give random numbers");
        }
    }

    private static long Clock(int id)
    {
        long time;
        if (clock_time_get(id, 1, &time) != 0)
        {
            throw new InvalidOperationException("the host refused to tell the time");
        }

        return time;
    }

    [DllImport("wasi_snapshot_preview1")]
    private static extern int random_get(byte* buffer, int length);

    [DllImport("wasi_snapshot_preview1")]
    private static extern int clock_time_get(int id, long precision, long* time);
}
