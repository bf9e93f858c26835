using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Testing.Native;

/// <summary>
/// The host functions of a plugin that runs natively: arguments are laid into scratch memory, where the plugin host
/// reads them as it reads the memory of a guest, and results are taken from there.
/// </summary>
internal sealed partial class NativeHost(NativeImports imports, ScratchMemory memory) : HostFunctions
{
    private readonly Func<int, int, int, int> _log = imports.Get<Func<int, int, int, int>>("proxy_log");
    private readonly Func<int, int> _getLogLevel = imports.Get<Func<int, int>>("proxy_get_log_level");
    private readonly Func<int, int> _now = imports.Get<Func<int, int>>("proxy_get_current_time_nanoseconds");
    private readonly Func<int, int> _setContext = imports.Get<Func<int, int>>("proxy_set_effective_context");
    private readonly Func<int> _done = imports.Get<Func<int>>("proxy_done");
    private readonly Func<int, int> _tick = imports.Get<Func<int, int>>("proxy_set_tick_period_milliseconds");

    private readonly Func<int, int, int, int, int> _getProperty =
        imports.Get<Func<int, int, int, int, int>>("proxy_get_property");

    private readonly Func<int, int, int, int, int> _setProperty =
        imports.Get<Func<int, int, int, int, int>>("proxy_set_property");

    private readonly Func<int, int, int, int, int, int, int> _foreign =
        imports.Get<Func<int, int, int, int, int, int, int>>("proxy_call_foreign_function");

    public override Status Log(LogLevel level, ReadOnlySpan<byte> message) =>
        (Status)_log((int)level, memory.Put(message), message.Length);

    public override Status GetLogLevel(out LogLevel level)
    {
        var status = Number(_getLogLevel, out var number);
        level = (LogLevel)number;
        return status;
    }

    public override Status GetCurrentTime(out ulong nanoseconds)
    {
        var slot = memory.Reserve(sizeof(ulong));
        var status = (Status)_now(slot);
        nanoseconds = status == Status.Ok ? memory.ReadUInt64(slot) : 0;
        return status;
    }

    public override Status SetEffectiveContext(int contextId) => (Status)_setContext(contextId);

    public override Status Done() => (Status)_done();

    public override Status SetTickPeriod(int milliseconds) => (Status)_tick(milliseconds);

    public override Status GetProperty(scoped ReadOnlySpan<byte> path, out ReadOnlySpan<byte> value)
    {
        var (slots, at) = (Slots(), memory.Put(path));
        return Result(_getProperty(at, path.Length, slots, slots + sizeof(int)), slots, out value);
    }

    public override Status SetProperty(ReadOnlySpan<byte> path, ReadOnlySpan<byte> value) =>
        (Status)_setProperty(memory.Put(path), path.Length, memory.Put(value), value.Length);

    public override Status CallForeignFunction(
        scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> argument, out ReadOnlySpan<byte> result)
    {
        var slots = Slots();
        var status = _foreign(
            memory.Put(name),
            name.Length,
            memory.Put(argument),
            argument.Length,
            slots,
            slots + sizeof(int));
        return Result(status, slots, out result);
    }

    // Room for an address and a size.
    private int Slots() => memory.Reserve(2 * sizeof(int));

    private Status Number(Func<int, int> function, out int number)
    {
        var slot = memory.Reserve(sizeof(int));
        return Number(function(slot), slot, out number);
    }

    private Status Number(int status, int slot, out int number)
    {
        number = (Status)status == Status.Ok ? memory.ReadInt32(slot) : 0;
        return (Status)status;
    }

    private Status Result(int status, int slots, out ReadOnlySpan<byte> bytes)
    {
        bytes = (Status)status == Status.Ok ? memory.ReadResult(slots) : default;
        return (Status)status;
    }
}
