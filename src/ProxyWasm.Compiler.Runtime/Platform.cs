using System.Globalization;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>What the base library asks the operating system.</summary>
internal static unsafe class Platform
{
    [Replaces("System.Environment", "get_NewLine")]
    public static string NewLine() => "\n";

    [Replaces("System.Environment", "get_CurrentManagedThreadId")]
    public static int ThreadId() => 1;

    [Replaces("System.Environment", "get_ProcessorCount")]
    [Replaces("System.Environment", "GetProcessorCount")]
    public static int Processors() => 1;

    /// <summary>Relative paths are relative to the root; nothing can be opened there.</summary>
    [Replaces("Interop+Sys", "GetCwd")]
    public static string WorkingDirectory() => "/";

    [Replaces("System.Threading.Thread", "MemoryBarrier")]
    public static void Fence()
    {
    }

    [Replaces("System.AppContext", "TryGetSwitch")]
    public static bool TryGetSwitch(string name, out bool value)
    {
        value = false;
        return false;
    }

    [Replaces("System.AppContext", "GetData")]
    public static object? GetData(string name) => null;

    [Replaces("System.Globalization.CultureInfo", "get_CurrentCulture")]
    [Replaces("System.Globalization.CultureInfo", "get_CurrentUICulture")]
    [Replaces("System.Globalization.CultureInfo", "InitializeUserDefaultCulture")]
    [Replaces("System.Globalization.CultureInfo", "InitializeUserDefaultUICulture")]
    public static CultureInfo Culture() => CultureInfo.InvariantCulture;

    [Replaces("System.GC", "SuppressFinalize")]
    [Replaces("System.GC", "ReRegisterForFinalize")]
    [Replaces("System.GC", "KeepAlive")]
    public static void Nothing(object value)
    {
    }

    [Replaces("System.GC", "Collect")]
    public static void Nothing()
    {
    }

    [Replaces("System.Threading.Monitor", "Enter")]
    [Replaces("System.Threading.Monitor", "Exit")]
    public static void Lock(object value) => ArgumentNullException.ThrowIfNull(value, paramName: null);

    [Replaces("System.Threading.Monitor", "Enter")]
    public static void Lock(object value, ref bool taken)
    {
        Lock(value);
        taken = true;
    }

    [Replaces("System.Threading.Monitor", "PulseAll")]
    [Replaces("System.Threading.Monitor", "Pulse")]
    public static void Pulse(object value)
    {
    }

    [Replaces("System.Threading.Lock", ".cctor")]
    [Replaces("System.Threading.Lock", "Enter")]
    [Replaces("System.Threading.Lock", "Exit")]
    public static void Lock(Lock value)
    {
    }

    [Replaces("System.Threading.Lock", "TryEnter")]
    public static bool TryLock(Lock value) => true;

    [Replaces("System.Threading.Lock", "EnterScope")]
    public static Lock.Scope LockScope(Lock value) => default;

    [Replaces("System.Threading.Lock+Scope", "Dispose")]
    public static void Unlock(ref Lock.Scope scope)
    {
    }

    [Replaces("System.Threading.Thread", "GetCurrentProcessorId")]
    public static int Processor() => 0;

    [Replaces("System.Runtime.CompilerServices.RuntimeHelpers", "EnsureSufficientExecutionStack")]
    public static void EnsureStack()
    {
    }

    [Replaces("System.Runtime.CompilerServices.RuntimeHelpers", "RunClassConstructor")]
    public static void RunClassConstructor(RuntimeTypeHandle type)
    {
    }

    [Replaces("System.Diagnostics.Debugger", "NotifyOfCrossThreadDependency")]
    public static void NotDebugged()
    {
    }
}
