using ProxyWasm.Abi;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Which context is meant, timers, the end of a plugin, and the 0.1.0 way to read the configuration.</summary>
internal sealed class LifecycleCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.Add<int>("proxy_set_effective_context", SetEffectiveContext);
        registry.Add<int>("proxy_set_tick_period_milliseconds", SetTickPeriod);
        registry.Add("proxy_done", Done);
        registry.Add<int, int>("proxy_get_configuration", GetConfiguration);
    }

    private int SetEffectiveContext(int contextId)
    {
        if (!vm.Contexts.TryGet(contextId, out var context))
        {
            return (int)Status.BadArgument;
        }

        // Context 0 means "back to the current one".
        vm.Effective = contextId == 0 ? vm.Current : context;
        return (int)Status.Ok;
    }

    private int SetTickPeriod(int milliseconds)
    {
        vm.Effective.Root?.Timer.Set((uint)milliseconds);
        return (int)Status.Ok;
    }

    private int Done()
    {
        if (vm.Effective.Root is not { } root || !root.TryAcceptDone())
        {
            return (int)Status.NotFound;
        }

        vm.Defer(DeferredAction.End(root));
        return (int)Status.Ok;
    }

    private int GetConfiguration(int pointerSlot, int sizeSlot)
    {
        var configuration = vm.Effective.Root is { CanReadConfiguration: true } root
            ? root.Options.Configuration
            : vm.Definition.VmConfiguration;
        return (int)vm.Guest.Write(configuration.Span, pointerSlot, sizeSlot);
    }
}
