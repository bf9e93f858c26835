using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Metrics;
using ProxyWasm.Host.Scheduling;

namespace ProxyWasm.Host.Vms;

/// <content>How a machine comes to life, and plugins in it.</content>
internal sealed partial class Vm
{
    /// <summary>Instantiates a module and runs its initialisation exports.</summary>
    /// <exception cref="EngineException">The engine cannot instantiate the module.</exception>
    /// <exception cref="VmStartException">An initialisation export trapped.</exception>
    public static Vm Create(VmDefinition definition, Worker worker, VmServices services)
    {
        Vm vm;
        try
        {
            vm = new Vm(definition, worker, services);
        }
        catch (GuestTrapException trap)
        {
            throw new VmStartException(
                new VmFailure("start section", new GuestFault(trap.Reason, trap.Message, [])));
        }

        vm.Initialise();
        if (vm.Failure is { } failure)
        {
            vm.Dispose();
            throw new VmStartException(failure);
        }

        vm.Phase = VmPhase.Running;
        services.Instruments.VmCreated(definition.ModuleName);
        return vm;
    }

    /// <summary>
    /// Starts a plugin: its root context is created, the virtual machine started for it, then configured.
    /// </summary>
    /// <exception cref="VmStartException">A callback trapped or answered false.</exception>
    public RootContext StartPlugin(PluginOptions options, MetricScope metrics)
    {
        var root = new RootContext(this, options, metrics) { CanReadConfiguration = true };
        Contexts.Add(root);
        _roots.Add(root);
        Call(root, "proxy_on_context_create", Exports.OnContextCreate, root.Id, 0);
        root.CanReadConfiguration = false;
        Require(root, Call(
            root, "proxy_on_vm_start", Exports.OnVmStart, root.Id, Definition.VmConfiguration.Length, fallback: 1));
        root.CanReadConfiguration = true;
        Require(root, Call(
            root, "proxy_on_configure", Exports.OnConfigure, root.Id, options.Configuration.Length, fallback: 1));
        root.CanReadConfiguration = false;
        Drain();
        root.IsStarted = true;
        return root;
    }

    // A plugin that refuses is gone, but the machine is sound: others may live in it.
    private void Require(RootContext root, int answer)
    {
        if (Failure is null && answer != 0)
        {
            return;
        }

        _deferred.Clear();
        Forget(root);
        throw new VmStartException(Failure
            ?? new VmFailure(LastCallback, new GuestFault(FaultReason.StartRejected, "it answered false", [])));
    }

    private void Initialise()
    {
        if (_instance.GetAction("_initialize") is { } initialize)
        {
            Run("_initialize", initialize);
            if (_instance.GetFunc<int, int, int>("main") is { } main)
            {
                Run("main", () => main(0, 0));
            }
            else if (_instance.GetFunc<int>("__main_void") is { } mainVoid)
            {
                Run("__main_void", () => mainVoid());
            }
        }
        else if (_instance.GetAction("_start") is { } start)
        {
            Run("_start", start);
        }

        void Run(string export, Action call)
        {
            if (!TryEnter(Base, export, []))
            {
                return;
            }

            try
            {
                call();
                _trace?.Left(export);
            }
            catch (Exception exception) when (IsRegularExit(exception) || Fail(exception))
            {
            }
            finally
            {
                Leave();
            }
        }
    }

    // A command that ends with `proc_exit(0)` has done its work.
    private bool IsRegularExit(Exception exception) =>
        _instance.DescribeFault(exception)
            is { Reason: FaultReason.GuestAbort, Message: Wasi.ProcessCalls.RegularExit };
}
