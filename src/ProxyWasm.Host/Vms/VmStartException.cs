namespace ProxyWasm.Host.Vms;

/// <summary>A virtual machine or a plugin in it did not start.</summary>
internal sealed class VmStartException(VmFailure failure)
    : Exception($"{failure.Callback}: {failure.Fault.Message}")
{
    public VmFailure Failure { get; } = failure;
}
