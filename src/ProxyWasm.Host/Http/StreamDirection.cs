using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Streams;

namespace ProxyWasm.Host.Http;

/// <summary>
/// One direction of a stream through its chain of filters. The adapter feeds events in and takes out what every filter
/// has let pass: <see cref="HeadersReleased"/>, <see cref="Output"/>, <see cref="TrailersReleased"/>,
/// <see cref="EndReleased"/>.
/// </summary>
/// <remarks>
/// Exactly one task drives a direction; the two directions of a stream may be driven at the same time. After each step
/// look at <see cref="HttpStream.Termination"/> first. While <see cref="IsPaused"/> and not <see cref="WantsInput"/>,
/// wait with <see cref="ResumeAsync"/>.
/// </remarks>
public sealed class StreamDirection
{
    private readonly Worker _worker;
    private readonly AsyncSignal _changed = new();
    private readonly FilterFlow _out = new();
    private FlowDriver _driver = null!;

    internal StreamDirection(Worker worker, DirectionKind kind)
    {
        _worker = worker;
        Kind = kind;
    }

    /// <summary>Which way events go.</summary>
    public DirectionKind Kind { get; }

    /// <summary>Whether the headers have passed all filters; the map then holds what is to be sent.</summary>
    public bool HeadersReleased => _out.HasHeaders;

    /// <summary>Body bytes that have passed all filters and that the adapter has not taken yet.</summary>
    public BodyBuffer Output => _out.Incoming;

    /// <summary>Whether all body bytes are in <see cref="Output"/> or taken.</summary>
    public bool EndReleased => _out.HasEnd;

    /// <summary>Whether trailers are to be sent after the body.</summary>
    public bool TrailersReleased => _out.HasTrailers;

    /// <summary>Whether a filter holds anything back.</summary>
    public bool IsPaused => _driver.IsPaused;

    /// <summary>
    /// Whether to feed more input: nothing is paused, or the filter that paused still gets callbacks or fills a buffer.
    /// </summary>
    public bool WantsInput => !HasEnd && _driver.WantsInput;

    /// <summary>Whether any filter looks at body or trailers; if not, they need not be fed at all.</summary>
    public bool NeedsBody => _driver.NeedsBody;

    /// <summary>Body bytes fed in or counted so far; what properties and access logs tell.</summary>
    public long BodyBytes { get; private set; }

    /// <summary>
    /// Called from any thread when a plugin resumes or ends the stream, for a driver that waits for input at that
    /// moment and not in <see cref="ResumeAsync"/>; it answers with <see cref="ContinueAsync"/>.
    /// </summary>
    public Action? Wake { get; set; }

    internal bool HasHeaders { get; private set; }

    internal bool HasEnd { get; private set; }

    /// <summary>Feeds the headers, which the adapter has loaded into the map.</summary>
    public ValueTask SendHeadersAsync(bool endOfStream)
    {
        HasHeaders = true;
        HasEnd = endOfStream;
        _driver.First.HasHeaders = true;
        _driver.First.HasEnd = endOfStream;
        return PassAsync();
    }

    /// <summary>
    /// Feeds body bytes. They are not copied unless a filter holds or changes them: memory must stay valid until
    /// <see cref="Output"/> was taken or <see cref="BodyBuffer.Own"/> was called on it.
    /// </summary>
    public ValueTask SendDataAsync(ReadOnlyMemory<byte> data, bool endOfStream)
    {
        BodyBytes += data.Length;
        HasEnd = endOfStream;
        _driver.First.Incoming.Borrow(data);
        _driver.First.HasEnd = endOfStream;
        return PassAsync();
    }

    /// <summary>Counts body bytes that are not fed, because no filter looks at them.</summary>
    public void CountBody(int bytes) => BodyBytes += bytes;

    /// <summary>Feeds the trailers, which the adapter has loaded into the map; they end the direction.</summary>
    public ValueTask SendTrailersAsync()
    {
        HasEnd = true;
        _driver.First.HasTrailers = true;
        _driver.First.HasEnd = true;
        return PassAsync();
    }

    /// <summary>Waits until a plugin resumes or ends the stream, then lets pass what may.</summary>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    public async ValueTask ResumeAsync(CancellationToken cancellationToken)
    {
        using (cancellationToken.UnsafeRegister(static signal => ((AsyncSignal)signal!).Set(), _changed))
        {
            await _changed.WaitAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
        await PassAsync();
    }

    /// <summary>Lets pass what a plugin has released meanwhile, without feeding anything.</summary>
    public ValueTask ContinueAsync() => PassAsync();

    /// <summary>Ends a wait in <see cref="ResumeAsync"/> early, from any thread; nothing is released by it.</summary>
    public void Interrupt() => _changed.Set();

    internal void Attach(FlowDriver driver)
    {
        _driver = driver;
        driver.Output = _out;
    }

    internal void Signal()
    {
        _changed.Set();
        Wake?.Invoke();
    }

    internal void Reset()
    {
        _out.Reset();
        _changed.Reset();
        BodyBytes = 0;
        HasHeaders = false;
        HasEnd = false;
    }

    private ValueTask PassAsync()
    {
        var entering = _worker.EnterAsync();
        if (!entering.IsCompletedSuccessfully)
        {
            return PassWhenEnteredAsync(entering);
        }

        try
        {
            _driver.Pass();
        }
        finally
        {
            _worker.Exit();
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask PassWhenEnteredAsync(ValueTask entering)
    {
        await entering;
        try
        {
            _driver.Pass();
        }
        finally
        {
            _worker.Exit();
        }
    }
}
