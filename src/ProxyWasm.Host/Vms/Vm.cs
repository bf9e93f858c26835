using System.Diagnostics;
using Microsoft.Extensions.Logging;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Tracing;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// One virtual machine: an instance of a module with the contexts that live in it. All members are used from inside of
/// its worker only.
/// </summary>
/// <remarks>
/// The guest is never entered while it is already running, except for its allocator. What a host function sets off
/// (resume, close, local response, …) is queued by <see cref="Defer"/> and runs in <see cref="Drain"/>, after the guest
/// call has returned and its result was taken into account.
/// </remarks>
internal sealed partial class Vm : IDisposable
{
    private readonly WasmInstance _instance;
    private readonly Queue<DeferredAction> _deferred = new();
    private readonly CallTrace? _trace;
    private Context? _effective;
    private bool _inside;
    private long _enteredAt;
    private Activity? _span;

    private Vm(VmDefinition definition, Worker worker, VmServices services)
    {
        Definition = definition;
        Worker = worker;
        Services = services;
        Contexts = new ContextTable();
        Base = new VmContext(this);
        Contexts.Add(Base);
        Current = Base;
        Log = new VmLog(this);
        Guest = new GuestWriter(this);
        Text = new GuestText();
        Callouts = new CalloutTable(this);
        _trace = services.Log.IsEnabled(LogLevel.Trace) ? new CallTrace(services.Log) : null;
        _instance = definition.Code.Instantiate(
            new InstanceLimits(definition.Limits.MemoryBytes, definition.Limits.StartBudget),
            imports => services.DefineImports(
                _trace is null ? imports : new TracedImportTable(imports, _trace), this));
        Exports = new VmExports(_instance, definition.Abi, definition.Allocator, definition.AllowedCapabilities);
    }

    public VmDefinition Definition { get; }

    public Worker Worker { get; }

    public VmServices Services { get; }

    public VmExports Exports { get; }

    public ContextTable Contexts { get; }

    /// <summary>Context 0.</summary>
    public VmContext Base { get; }

    public VmLog Log { get; }

    /// <summary>Writes results into guest memory.</summary>
    public GuestWriter Guest { get; }

    /// <summary>Strings for header names and values that the guest writes.</summary>
    public GuestText Text { get; }

    /// <summary>Calls to other services that are under way.</summary>
    public CalloutTable Callouts { get; }

    /// <summary>Whether the machine only tries whether plugins start: nothing it does is seen outside.</summary>
    public bool IsCanary { get; set; }

    /// <summary>Linear memory. The start section runs while the instance is made: there is none to reach yet.</summary>
    public GuestMemory Memory => _instance?.Memory ?? throw new GuestTrapException(
        FaultReason.RestrictedCall, "restricted_callback: host functions cannot be called from the start section");

    public VmPhase Phase { get; private set; } = VmPhase.Initialising;

    /// <summary>Context whose callback runs, else context 0.</summary>
    public Context Current { get; private set; }

    /// <summary>Context that host functions act on: the one the guest has chosen, as long as it lives.</summary>
    public Context Effective
    {
        get => _effective is { IsLive: true } chosen ? chosen : Current;
        set => _effective = value;
    }

    /// <summary>What made this virtual machine unusable; null while it works.</summary>
    public VmFailure? Failure { get; private set; }

    public bool IsFailed => Failure is not null;

    /// <summary>Told once, inside of the worker, when the virtual machine fails.</summary>
    public Action<VmFailure>? OnFailure { get; set; }

    /// <summary>Name of the callback entered last, for messages.</summary>
    public string LastCallback { get; private set; } = "";

    /// <summary>Name of the plugin whose callback was entered last, for messages.</summary>
    public string LastPlugin { get; private set; } = "";

    /// <summary>Asks the guest for memory, inside of a host function; 0 when it cannot.</summary>
    public int Allocate(int size)
    {
        var phase = Phase;
        Phase = VmPhase.Allocating;
        try
        {
            _trace?.Entering(Definition.Allocator, [size]);
            return Return(Definition.Allocator, Exports.Allocate(size));
        }
        catch (Exception exception) when (_instance.DescribeFault(exception) is { } fault)
        {
            // The engine loses the cause of a trap that crosses a host function, but not what a host function throws.
            throw new GuestTrapException(fault.Reason, $"in its allocator: {fault.Message}");
        }
        finally
        {
            Phase = phase;
        }
    }

    /// <summary>Stops the guest when a host function is called at a point where it is forbidden.</summary>
    public void RequireRunning(string function)
    {
        if (Phase != VmPhase.Running)
        {
            ThrowRestricted(function, Phase);
        }
    }

    /// <summary>Queues what must not happen before the guest call has returned.</summary>
    public void Defer(in DeferredAction action) => _deferred.Enqueue(action);

    /// <summary>Runs what was queued; after a failure nothing of it is carried out.</summary>
    public void Drain()
    {
        while (_deferred.TryDequeue(out var action))
        {
            if (!IsFailed)
            {
                action.Run();
            }
        }
    }

    private static void ThrowRestricted(string function, VmPhase phase) => throw new GuestTrapException(
        FaultReason.RestrictedCall,
        phase == VmPhase.Initialising
            ? $"restricted_callback: `{function}` cannot be called during initialisation, where no plugin runs yet"
            : $"restricted_callback: `{function}` cannot be called by the guest's allocator");

    private bool TryEnter(Context context, string callback, ReadOnlySpan<int> arguments)
    {
        if (IsFailed)
        {
            return false;
        }

        if (_inside)
        {
            throw new InvalidOperationException($"{callback} would enter a virtual machine that is already running");
        }

        _inside = true;
        LastCallback = callback;
        LastPlugin = context.Root?.Options.Name ?? Definition.ModuleName;
        Current = context;
        _effective = null;
        if (Services.Instruments.AreCallbacksObserved)
        {
            _enteredAt = Services.Time.GetTimestamp();
        }

        _trace?.Entering(callback, arguments);
        _span = Spans.StartCallback(LastPlugin, callback);
        var limits = Definition.Limits;
        _instance.ArmBudget(context is { IsStarted: true } ? limits.CallbackBudget : limits.StartBudget);
        return true;
    }

    private void Leave()
    {
        _inside = false;
        Current = Base;
        _effective = null;
        if (_enteredAt != 0)
        {
            Measure();
        }

        _span?.Dispose();
        _span = null;
    }

    private void Measure()
    {
        Services.Instruments.CallbackReturned(LastPlugin, LastCallback, Services.Time.GetElapsedTime(_enteredAt));
        Definition.Memory.Raise(Memory.Length);
        _enteredAt = 0;
    }

    private bool Fail(Exception exception)
    {
        if (_instance.DescribeFault(exception) is not { } fault)
        {
            return false;
        }

        var failure = new VmFailure(LastCallback, fault);
        Failure = failure;
        Services.Instruments.VmFailed(LastPlugin, fault.Reason.ToString());
        if (_span is not null)
        {
            Spans.Fail(_span, fault.Reason.ToString());
        }

        _deferred.Clear();
        ReleaseRoots();
        if (Phase == VmPhase.Running)
        {
            OnFailure?.Invoke(failure);
        }

        return true;
    }
}
