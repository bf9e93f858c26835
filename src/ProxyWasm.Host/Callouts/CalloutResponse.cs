using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Callouts;

/// <summary>
/// A response of which the headers have arrived. Used by one caller at a time. Disposing it before the end of the body
/// aborts the exchange.
/// </summary>
public abstract class CalloutResponse : IAsyncDisposable
{
    /// <summary>Response headers with <c>:status</c>, names in lower case, values in Latin-1.</summary>
    public abstract HeaderMap Headers { get; }

    /// <summary>Trailers; complete once the end of the body was read.</summary>
    public abstract HeaderMap Trailers { get; }

    /// <summary>Reads the next part of the body.</summary>
    /// <param name="buffer">Where to; not empty.</param>
    /// <param name="cancellationToken">Aborts the exchange.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public abstract ValueTask<CalloutRead> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
