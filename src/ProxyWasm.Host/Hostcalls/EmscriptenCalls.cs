using ProxyWasm.Abi;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>What toolchains import from <c>env</c> beside the ABI.</summary>
internal sealed class EmscriptenCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.AddPlain<int>("emscripten_notify_memory_growth", static _ => { });
        registry.AddPlain<int, int>("pthread_equal", static (left, right) => left == right ? 1 : 0);
        registry.AddPlain<int, int, int, int>("abort", Abort);
    }

    // AssemblyScript: texts are UTF-16 with their size in bytes in front; a wrong pointer only costs the text.
    private void Abort(int message, int file, int line, int column)
    {
        var text = $"abort: {ReadText(message)} at {ReadText(file)}:{line}:{column}";
        vm.Log.Write(LogLevel.Critical, text);
        throw new GuestTrapException(FaultReason.GuestAbort, text);
    }

    private string ReadText(int pointer)
    {
        const int MaxBytes = 2048;
        if (pointer == 0
            || !vm.Memory.TryReadUInt32(unchecked(pointer - 4), out var size)
            || !vm.Memory.TryView(pointer, (int)Math.Min(size, MaxBytes) & ~1, out var bytes))
        {
            return "?";
        }

        return System.Text.Encoding.Unicode.GetString(bytes);
    }
}
