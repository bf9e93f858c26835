using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Contexts;

/// <summary>Context 0: the virtual machine, current while no callback of a plugin runs.</summary>
internal sealed class VmContext(Vm vm) : Context(vm)
{
    public override RootContext? Root => null;
}
