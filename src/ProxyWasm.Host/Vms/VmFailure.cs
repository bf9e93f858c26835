using ProxyWasm.Host.Engines;

namespace ProxyWasm.Host.Vms;

/// <summary>Why a virtual machine became unusable.</summary>
/// <param name="Callback">Export that ran.</param>
/// <param name="Fault">What went wrong in it.</param>
internal sealed record VmFailure(string Callback, GuestFault Fault);
