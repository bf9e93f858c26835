using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Engines;

namespace ProxyWasm.Host.Vms;

/// <content>How plugins end, and the machine with them.</content>
internal sealed partial class Vm
{
    private readonly List<RootContext> _roots = [];

    /// <summary>
    /// Asks a plugin to end. The task is complete when it has ended at once; else it completes when the plugin has
    /// called <c>proxy_done</c>, or has failed. Until then the plugin goes on to live, with its timer.
    /// </summary>
    public Task BeginEnd(RootContext root)
    {
        var hasEnded = Call(root, "proxy_on_done", Exports.OnDone, root.Id, fallback: 1) != 0 || IsFailed;
        if (hasEnded)
        {
            End(root);
            return Task.CompletedTask;
        }

        var ended = root.AwaitDone();
        Drain();
        return ended;
    }

    /// <summary>Ends a plugin, whether it is ready or not.</summary>
    public void End(RootContext root)
    {
        if (!root.IsLive)
        {
            return;
        }

        Call(root, "proxy_on_delete", Exports.OnDelete, root.Id);
        Drain();
        Forget(root);
    }

    /// <summary>Frees the instance; whoever still holds a context finds the machine failed.</summary>
    public void Dispose()
    {
        Failure ??= new VmFailure("shutdown", new GuestFault(FaultReason.Other, "its virtual machine is gone", []));
        _deferred.Clear();
        ReleaseRoots();
        if (Phase == VmPhase.Running)
        {
            Services.Instruments.VmGone();
        }

        _instance.Dispose();
    }

    private void Forget(RootContext root)
    {
        Contexts.Remove(root);
        _roots.Remove(root);
        root.Release();
    }

    // Nobody has to wait for a plugin that cannot run any more.
    private void ReleaseRoots()
    {
        foreach (var root in _roots)
        {
            root.Release();
        }
    }
}
