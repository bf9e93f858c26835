using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.AspNetCore.Headers;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// The request body as the application reads it: what the client sent, after the plugins. Reading drives the request
/// direction of the stream, so the client is read no faster than the application and the plugins allow.
/// </summary>
internal sealed class RequestBody : BodyStream
{
    // Bytes presented to plugins at once when the client has sent more than one segment of the transport.
    private const int MaxChunkBytes = 64 * 1024;

    // Held by the task that reads. An application may leave a read behind when it ends; the exchange ends after it.
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Action _wake;
    private Exchange _exchange = null!;
    private HttpStream _stream = null!;
    private IHttpRequestTrailersFeature? _trailers;
    private PipeReader _reader = null!;
    private bool _inputEnded;
    private bool _hasRead;
    private bool _isStopped;
    private int _isWaiting;
    private int _isWoken;

    public RequestBody() => _wake = Wake;

    public override bool CanRead => true;

    /// <summary>
    /// Whether the application has to read here. If not, no plugin looks at the body and none of it was taken from the
    /// server for a plugin that held the request, so the application may read from the server itself.
    /// </summary>
    public bool IsNeeded => _stream.Request.NeedsBody || _hasRead;

    private bool IsOver => _isStopped || _exchange.IsOver;

    public void Begin(Exchange exchange, PipeReader reader, IHttpRequestTrailersFeature? trailers)
    {
        _exchange = exchange;
        _stream = exchange.Stream;
        _reader = reader;
        _trailers = trailers;
        _stream.Request.Wake = _wake;
    }

    /// <summary>Ends a read that is still going on; afterwards nothing drives the request.</summary>
    public async ValueTask StopAsync()
    {
        if (_stream is null)
        {
            return;
        }

        _isStopped = true;
        Wake();
        _stream.Request.Interrupt();
        await _gate.WaitAsync();
        _gate.Release();
    }

    public void End()
    {
        _exchange = null!;
        _stream = null!;
        _reader = null!;
        _trailers = null;
        _inputEnded = _hasRead = _isStopped = false;
        _isWaiting = _isWoken = 0;
    }

    /// <summary>Goes on until the headers have passed all plugins, or a plugin has ended the stream.</summary>
    public async ValueTask PassHeadersAsync(CancellationToken cancellationToken)
    {
        while (!IsOver && !_stream.Request.HeadersReleased)
        {
            await PumpAsync(default, cancellationToken);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await ReadCoreAsync(buffer, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private static int Take(BodyBuffer output, Span<byte> destination)
    {
        var count = Math.Min(output.Length, destination.Length);
        output.Span[..count].CopyTo(destination);
        output.Consume(count);
        return count;
    }

    private async ValueTask<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_stream is null, this);
        var direction = _stream.Request;
        while (!IsOver)
        {
            if (!direction.Output.IsEmpty)
            {
                return Take(direction.Output, buffer.Span);
            }

            if (direction.EndReleased)
            {
                WriteTrailers();
                return 0;
            }

            var count = await PumpAsync(buffer, cancellationToken);
            if (count > 0)
            {
                return count;
            }
        }

        if (!_isStopped)
        {
            await _exchange.SettleEndAsync();
        }

        throw new OperationCanceledException("A plugin has ended the request.");
    }

    // Makes one step: feeds what the client sent next, or waits until a plugin resumes. Copies what comes out at once.
    private async ValueTask<int> PumpAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        var direction = _stream.Request;
        if (!direction.WantsInput || _inputEnded)
        {
            await direction.ResumeAsync(cancellationToken);
            return Take(direction.Output, destination.Span);
        }

        _hasRead = true;
        if (await ReadUnlessWokenAsync(cancellationToken) is { } read)
        {
            return await FeedAsync(read, destination);
        }

        if (!IsOver)
        {
            await direction.ContinueAsync();
        }

        return Take(direction.Output, destination.Span);
    }

    // Null when a plugin resumed or ended the stream. The server's reader is only cancelled while somebody waits in it:
    // a cancellation that nobody takes would hit the next reader, who does not expect it.
    private async ValueTask<ReadResult?> ReadUnlessWokenAsync(CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _isWaiting, 1);
        try
        {
            if (Interlocked.Exchange(ref _isWoken, 0) == 1)
            {
                return null;
            }

            var read = await _reader.ReadAsync(cancellationToken);
            if (!read.IsCanceled)
            {
                return read;
            }

            _reader.AdvanceTo(read.Buffer.Start);
            Interlocked.Exchange(ref _isWoken, 0);
            return null;
        }
        finally
        {
            Interlocked.Exchange(ref _isWaiting, 0);
        }
    }

    private void Wake()
    {
        Interlocked.Exchange(ref _isWoken, 1);
        if (Volatile.Read(ref _isWaiting) == 1)
        {
            _reader.CancelPendingRead();
        }
    }

    private async ValueTask<int> FeedAsync(ReadResult read, Memory<byte> destination)
    {
        var direction = _stream.Request;
        var buffer = read.Buffer;
        byte[]? rented = null;
        var chunk = buffer.First;
        if (!buffer.IsSingleSegment)
        {
            var size = (int)Math.Min(buffer.Length, MaxChunkBytes);
            rented = ArrayPool<byte>.Shared.Rent(size);
            buffer.Slice(0, size).CopyTo(rented);
            chunk = rented.AsMemory(0, size);
        }

        try
        {
            var isLast = read.IsCompleted && chunk.Length == buffer.Length;
            _inputEnded = isLast;
            var hasTrailers = isLast && _trailers is { Available: true, Trailers.Count: > 0 };
            await direction.SendDataAsync(chunk, isLast && !hasTrailers);
            if (hasTrailers && !IsOver)
            {
                direction.Output.Own();
                HeaderLoader.LoadAll(_stream.RequestTrailers, _trailers!.Trailers);
                await direction.SendTrailersAsync();
            }

            var count = Take(direction.Output, destination.Span);
            direction.Output.Own();
            return count;
        }
        finally
        {
            _reader.AdvanceTo(buffer.GetPosition(chunk.Length));
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    // A request whose server knows no trailers for it, such as one with a length, cannot be given any.
    private void WriteTrailers()
    {
        if (_stream.Request.TrailersReleased
            && _stream.RequestTrailers.IsChanged
            && _trailers is { Available: true } trailers)
        {
            HeaderWriter.Write(_stream.RequestTrailers, trailers.Trailers);
            _stream.RequestTrailers.AcceptChanges();
        }
    }
}
