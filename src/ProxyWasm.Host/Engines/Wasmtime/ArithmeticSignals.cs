using System.Runtime.InteropServices;

namespace ProxyWasm.Host.Engines.Wasmtime;

/// <summary>
/// Lets the process divide by zero. Wasmtime handles the signals of its guests and hands others on to .NET, but on the
/// alternate stack of the thread, where .NET expects SIGSEGV only: its handler of SIGFPE then fails the process with a
/// stack overflow as soon as any managed code on another thread than the first divides by zero.
/// </summary>
internal static unsafe partial class ArithmeticSignals
{
    private const int FloatingPointException = 8;
    private const int OnAlternateStack = 0x08000000;

    // struct sigaction of glibc and musl on 64-bit machines: handler, mask of 128 bytes, flags, restorer.
    private const int ActionBytes = 152;
    private const int FlagsOffset = 8 + 128;

    /// <summary>
    /// Call it once an engine exists. A guest that divides by zero has not run out of stack, so Wasmtime's handler
    /// needs no other stack than the guest's.
    /// </summary>
    /// <exception cref="InvalidOperationException">The system refuses; it does not for a valid signal.</exception>
    public static void HandleOnThreadStack()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return;
        }

        var action = stackalloc byte[ActionBytes];
        Require(ChangeAction(FloatingPointException, null, action));
        var flags = (int*)(action + FlagsOffset);
        if ((*flags & OnAlternateStack) != 0)
        {
            *flags &= ~OnAlternateStack;
            Require(ChangeAction(FloatingPointException, action, null));
        }
    }

    private static void Require(int result)
    {
        if (result != 0)
        {
            throw new InvalidOperationException($"sigaction failed with error {Marshal.GetLastPInvokeError()}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "sigaction", SetLastError = true)]
    private static partial int ChangeAction(int signal, byte* action, byte* previous);
}
