using System.Diagnostics;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Tracing;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Callouts;

/// <summary>
/// One call that a plugin has made. It runs on pool threads, outside of the worker, and enters the worker for each
/// event that the plugin is told; so no callback ever happens inside of the host function that started the call.
/// </summary>
/// <remarks>
/// Starting, cancelling, events and the end happen inside of the worker. After <see cref="Cancel"/> the plugin hears
/// nothing more. The entry in the table of calls goes when the last callback has returned.
/// </remarks>
internal abstract class Callout : IThreadPoolWorkItem, IDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private Task _cancelling = Task.CompletedTask;
    private volatile bool _isCancelled;
    private bool _isStarted;
    private Activity? _span;

    /// <param name="root">The plugin that calls.</param>
    /// <param name="token">What the plugin knows the call by.</param>
    /// <param name="timeout">Time limit; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    protected Callout(RootContext root, int token, TimeSpan timeout)
    {
        Root = root;
        Token = token;
        _cancellation = new CancellationTokenSource(timeout, root.Vm.Services.Time);
    }

    public RootContext Root { get; }

    public int Token { get; }

    protected Vm Vm => Root.Vm;

    /// <summary>The host function that makes such calls.</summary>
    protected abstract string Function { get; }

    /// <summary>Where the call goes.</summary>
    protected abstract string Cluster { get; }

    /// <summary>Bytes of the budget of the virtual machine that are given back at the end.</summary>
    protected long TakenBytes { get; init; }

    /// <summary>Whether an event may be told: the plugin is alive and has not given the call up.</summary>
    protected bool IsCallable => !_isCancelled && !Vm.IsFailed && Root.IsLive;

    protected bool IsCancelled => _isCancelled;

    public void Start()
    {
        _isStarted = true;
        _span = Spans.StartCallout(Function, Root.Options.Name, Cluster);
        Vm.Services.Queue.Post(this, preferLocal: false);
    }

    /// <summary>Gives the call up; the network is told on another thread.</summary>
    public void Cancel()
    {
        if (_isCancelled)
        {
            return;
        }

        _isCancelled = true;
        if (_isStarted)
        {
            Interrupt();
            return;
        }

        Vm.Callouts.Forget(this);
        Dispose();
    }

    /// <summary>Gives back what the call holds; called by the call itself when it is over.</summary>
    public virtual void Dispose()
    {
        Vm.Callouts.Budget.Return(TakenBytes);
        _cancellation.Dispose();
    }

    void IThreadPoolWorkItem.Execute() => _ = RunToEndAsync();

    /// <summary>
    /// Talks to the network; ends when everything for <see cref="Complete"/> is there. A cancellation may leave it as
    /// an exception.
    /// </summary>
    protected abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Tells the last event, inside of the worker.</summary>
    protected abstract void Complete();

    /// <summary>Writes the outcome of a call that was not cancelled into its span.</summary>
    protected abstract void Describe(Activity span);

    /// <summary>Stops <see cref="RunAsync"/>; the last event is still told.</summary>
    protected void Interrupt()
    {
        if (_isStarted && !_cancellation.IsCancellationRequested)
        {
            _cancelling = Vm.Services.Queue.CancelAsync(_cancellation);
        }
    }

    /// <summary>Sends a request; whatever a transport does, the outcome is a result or a cancellation.</summary>
    protected async ValueTask<CalloutResult> SendAsync(CalloutRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await Vm.Services.Transport.SendAsync(request, cancellationToken);
        }
#pragma warning disable CA1031 // A transport of the embedder may throw anything; the plugin gets a failed call.
        catch (Exception defect) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.TransportDefect(Vm.Services.Log, request.Cluster, defect);
            return new CalloutResult(CalloutFailure.ProtocolError);
        }
    }

    /// <summary>Reads a part of a body, with the same promise as <see cref="SendAsync"/>.</summary>
    protected async ValueTask<CalloutRead> ReadAsync(
        CalloutResponse response, string cluster, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await response.ReadAsync(buffer, cancellationToken);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception defect) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.TransportDefect(Vm.Services.Log, cluster, defect);
            return new CalloutRead(0, CalloutFailure.ProtocolError);
        }
    }

    private async Task RunToEndAsync()
    {
        try
        {
            await RunAsync(_cancellation.Token);
        }
#pragma warning disable CA1031 // Nobody awaits this task: a defect is reported and the call ends as a failed one.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            if (!_cancellation.IsCancellationRequested)
            {
                Vm.Worker.Report(defect);
            }
        }

        EndSpan();
        await Vm.Worker.EnterAsync();
        try
        {
            if (IsCallable)
            {
                Complete();
            }
        }
#pragma warning disable CA1031 // As above.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            Vm.Worker.Report(defect);
        }
        finally
        {
            Vm.Callouts.Forget(this);
            Vm.Worker.Exit();
        }

        await _cancelling;
        Dispose();
    }

    private void EndSpan()
    {
        if (_span is not { } span)
        {
            return;
        }

        if (_isCancelled)
        {
            Spans.Fail(span, "cancelled");
        }
        else
        {
            Describe(span);
        }

        span.Dispose();
    }
}
