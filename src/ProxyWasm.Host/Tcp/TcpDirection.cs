using ProxyWasm.Host.Http;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Streams;

namespace ProxyWasm.Host.Tcp;

/// <summary>
/// One direction of a connection through its chain of plugins. The adapter feeds bytes in and takes out what every
/// plugin has let pass: <see cref="Output"/>, then <see cref="EndReleased"/>.
/// </summary>
/// <remarks>
/// Exactly one task drives a direction; the two directions of a connection may be driven at the same time. After
/// each step look at <see cref="TcpConnection.IsClosed"/> first. While <see cref="IsPaused"/> and not <see
/// cref="WantsInput"/>, wait with <see cref="ResumeAsync"/>.
/// </remarks>
public sealed class TcpDirection
{
    private readonly StreamDirection _flow;

    internal TcpDirection(Worker worker, FlowDriver driver, DirectionKind kind)
    {
        _flow = new StreamDirection(worker, kind);
        _flow.Attach(driver);
        if (kind == DirectionKind.Response)
        {
            // Only the client's half has a beginning that plugins see.
            driver.First.HasHeaders = true;
        }
    }

    /// <summary>Bytes that have passed all plugins and that the adapter has not taken yet.</summary>
    public BodyBuffer Output => _flow.Output;

    /// <summary>Whether all bytes there will ever be are in <see cref="Output"/> or taken.</summary>
    public bool EndReleased => _flow.EndReleased;

    /// <summary>Whether a plugin holds anything back.</summary>
    public bool IsPaused => _flow.IsPaused;

    /// <summary>
    /// Whether to feed more: nothing is paused, or the plugin that paused collects bytes and has room for more.
    /// </summary>
    public bool WantsInput => _flow.WantsInput;

    /// <summary>
    /// Called from any thread when a plugin resumes or closes the connection, for a driver that waits for input at
    /// that moment and not in <see cref="ResumeAsync"/>; it answers with <see cref="ContinueAsync"/>. Must not
    /// block.
    /// </summary>
    public Action? Wake
    {
        get => _flow.Wake;
        set => _flow.Wake = value;
    }

    internal bool IsBegun => _flow.HeadersReleased;

    /// <summary>
    /// Feeds bytes. They are not copied unless a plugin holds or changes them: memory must stay valid until
    /// <see cref="Output"/> was taken or <see cref="BodyBuffer.Own"/> was called on it.
    /// </summary>
    /// <param name="data">The bytes; may be empty.</param>
    /// <param name="endOfStream">Whether the sender has closed its half of the connection.</param>
    public ValueTask SendAsync(ReadOnlyMemory<byte> data, bool endOfStream) => _flow.SendDataAsync(data, endOfStream);

    /// <summary>Waits until a plugin resumes or closes the connection, then lets pass what may.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public ValueTask ResumeAsync(CancellationToken cancellationToken) => _flow.ResumeAsync(cancellationToken);

    /// <summary>Lets pass what a plugin has released meanwhile, without feeding anything.</summary>
    public ValueTask ContinueAsync() => _flow.ContinueAsync();

    internal ValueTask BeginAsync() => _flow.SendHeadersAsync(endOfStream: false);

    internal void Signal() => _flow.Signal();

    internal void Reset() => _flow.Reset();
}
