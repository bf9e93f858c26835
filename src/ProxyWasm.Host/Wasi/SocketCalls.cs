using ProxyWasm.Abi;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Wasi;

/// <summary>Sockets: there are none; plugins reach the network through callouts.</summary>
internal sealed class SocketCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.AddWasi<int, int, int>("sock_accept", (_, _, fdSlot) => Refuse(fdSlot));
        registry.AddWasi<int, int, int, int, int, int>("sock_recv", Receive);
        registry.AddWasi<int, int, int, int, int>("sock_send", (_, _, _, _, sizeSlot) => Refuse(sizeSlot));
        registry.AddWasi<int, int>("sock_shutdown", static (_, _) => (int)WasiErrno.NotSupported);
    }

    private int Receive(int fd, int vectors, int count, int flags, int sizeSlot, int flagsSlot)
    {
        var refused = Refuse(flagsSlot);
        return refused == (int)WasiErrno.Fault ? refused : Refuse(sizeSlot);
    }

    private int Refuse(int slot) =>
        (int)(vm.Memory.TryWriteUInt32(slot, 0) ? WasiErrno.NotSupported : WasiErrno.Fault);
}
