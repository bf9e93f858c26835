using ProxyWasm.Abi;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Names that plugins have looked up (section 5.10 of the ABI reference; an extension of Envoy's).</summary>
internal sealed class DnsCalls(Vm vm)
{
    // RFC 1035, section 2.3.4; with the dot at the end.
    private const int MaxNameBytes = 254;

    public void Define(HostcallRegistry registry) =>
        registry.AddExtension<int, int, int>(DnsCallout.FunctionName, Resolve);

    private int Resolve(int address, int addressSize, int tokenSlot)
    {
        if (!vm.Memory.TryView(address, addressSize, out var name)
            || !vm.Memory.TryView(tokenSlot, sizeof(uint), out _))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (name.IsEmpty || name.Length > MaxNameBytes || vm.Effective.Root is not { } root)
        {
            return Refuse(Status.BadArgument, $"expected a name of 1 to {MaxNameBytes} bytes, got {name.Length}");
        }

        if (!vm.Callouts.Admits(root))
        {
            return Refuse(
                Status.InternalFailure, $"{root.PendingCallouts} calls are under way, which is the limit");
        }

        var token = vm.Callouts.NextToken(CalloutKind.Dns);
        vm.Callouts.Begin(new DnsCallout(root, token, vm.Text.Value(name)));
        vm.Memory.TryWriteUInt32(tokenSlot, (uint)token);
        return (int)Status.Ok;
    }

    private int Refuse(Status status, string reason)
    {
        vm.Log.Write(LogLevel.Error, $"{DnsCallout.FunctionName}: {reason}");
        return (int)status;
    }
}
