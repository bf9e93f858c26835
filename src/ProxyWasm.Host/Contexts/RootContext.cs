using ProxyWasm.Abi;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Contexts;

/// <summary>A plugin inside of a virtual machine.</summary>
internal sealed class RootContext(Vm vm, PluginOptions options) : Context(vm)
{
    public PluginOptions Options { get; } = options;

    public override RootContext? Root => this;

    /// <summary>Whether callbacks that nobody waits for (timers, queues) can still be made.</summary>
    public bool IsReachable => IsLive && !Vm.IsFailed;

    /// <summary>Plugin configuration is readable while the root is created and while it is configured.</summary>
    public bool CanReadConfiguration { get; set; }

    public override Status ReadBuffer(BufferType type, out ReadOnlyMemory<byte> bytes)
    {
        if (type == BufferType.PluginConfiguration && CanReadConfiguration)
        {
            bytes = Options.Configuration;
            return Status.Ok;
        }

        return base.ReadBuffer(type, out bytes);
    }
}
