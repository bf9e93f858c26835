namespace ProxyWasm.Host.Engines;

/// <summary>
/// Thrown by a host function to stop the guest. The engine carries it through guest frames as a trap;
/// <see cref="WasmInstance.DescribeFault"/> finds it again on the other side.
/// </summary>
internal sealed class GuestTrapException(FaultReason reason, string message) : Exception(message)
{
    public FaultReason Reason { get; } = reason;
}
