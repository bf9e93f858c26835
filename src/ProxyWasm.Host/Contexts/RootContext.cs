using ProxyWasm.Abi;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Metrics;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Streams;
using ProxyWasm.Host.Timers;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Contexts;

/// <summary>A plugin inside of a virtual machine.</summary>
internal sealed class RootContext : Context
{
    private TaskCompletionSource? _ended;
    private bool _awaitsDone;
    private ILoggedStream? _logged;

    public RootContext(Vm vm, PluginOptions options, MetricScope metrics)
        : base(vm)
    {
        Options = options;
        Metrics = metrics;
        Timer = new RootTimer(this);
    }

    public PluginOptions Options { get; }

    public override RootContext? Root => this;

    /// <summary>The metrics that the plugin defines.</summary>
    public MetricScope Metrics { get; }

    /// <summary>What the plugin has said about the properties that it sets.</summary>
    public DeclaredProperties Properties { get; } = new();

    /// <summary>The plugin's tick.</summary>
    public RootTimer Timer { get; }

    /// <summary>Whether callbacks that nobody waits for (timers, queues) can still be made.</summary>
    public bool IsReachable => IsLive && !Vm.IsFailed;

    /// <summary>Plugin configuration is readable while the root is created and while it is configured.</summary>
    public bool CanReadConfiguration { get; set; }

    /// <summary>The callout whose callback runs.</summary>
    public CalloutView Callout { get; } = new();

    /// <summary>What the running callback is about, where the ABI calls it call data; empty outside of it.</summary>
    public ReadOnlyMemory<byte> CallData { get; set; }

    /// <summary>Calls under way; counted by the table of calls.</summary>
    public int PendingCallouts { get; set; }

    /// <summary>The plugin wants to finish something before it ends; the task completes when it has ended.</summary>
    public Task AwaitDone()
    {
        _awaitsDone = true;
        _ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _ended.Task;
    }

    /// <summary>Takes note of <c>proxy_done</c>; false when nobody waits for it.</summary>
    public bool TryAcceptDone()
    {
        var accepted = _awaitsDone;
        _awaitsDone = false;
        return accepted;
    }

    /// <summary>Gives back what the plugin holds of the host; nobody waits for it any more.</summary>
    public void Release()
    {
        Timer.Dispose();
        Vm.Callouts.CancelAll(this);
        Vm.Contexts.LoseRoot(this);
        _ended?.TrySetResult();
    }

    /// <summary>Whether <c>on_log</c> runs on the root itself, because the plugin is an access logger.</summary>
    public override bool IsLogging => _logged is not null;

    /// <summary>Tells the plugin, as an access logger, of a stream that has ended.</summary>
    public void Log(ILoggedStream stream)
    {
        if (!IsReachable)
        {
            return;
        }

        _logged = stream;
        try
        {
            Vm.Call(this, "proxy_on_log", Vm.Exports.OnLog, Id);
            Vm.Drain();
        }
        finally
        {
            _logged = null;
        }
    }

    /// <inheritdoc/>
    public override Status ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        var status = base.ReadProperty(path, value);
        return status == Status.NotFound && _logged is { } stream ? stream.ReadProperty(path, value) : status;
    }

    /// <summary>Runs after the guest call in which the plugin said that it is done.</summary>
    public override void End() => Vm.End(this);

    public override HeaderMap? FindMap(MapType type) =>
        type > MapType.HttpResponseTrailers ? Callout.FindMap(type) : _logged?.FindLoggedMap(type);

    public override Status ReadBuffer(BufferType type, out ReadOnlyMemory<byte> bytes)
    {
        if (type == BufferType.PluginConfiguration && CanReadConfiguration)
        {
            bytes = Options.Configuration;
            return Status.Ok;
        }

        if (type == BufferType.HttpCallResponseBody && Callout.Body is { } body)
        {
            bytes = body;
            return Status.Ok;
        }

        if (type == BufferType.GrpcReceiveBuffer)
        {
            bytes = Callout.Message;
            return Status.Ok;
        }

        if (type == BufferType.CallData)
        {
            bytes = CallData;
            return Status.Ok;
        }

        return base.ReadBuffer(type, out bytes);
    }
}
