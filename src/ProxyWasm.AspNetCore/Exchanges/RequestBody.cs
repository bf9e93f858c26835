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
internal sealed class RequestBody : Stream
{
    // Bytes presented to plugins at once when the client has sent more than one segment of the transport.
    private const int MaxChunkBytes = 64 * 1024;

    private readonly Action _wake;
    private HttpStream _stream = null!;
    private IHttpRequestTrailersFeature? _trailers;
    private PipeReader _reader = null!;
    private bool _inputEnded;

    public RequestBody() => _wake = () => _reader?.CancelPendingRead();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Begin(HttpStream stream, PipeReader reader, IHttpRequestTrailersFeature? trailers)
    {
        _stream = stream;
        _reader = reader;
        _trailers = trailers;
        _inputEnded = false;
        stream.Request.Wake = _wake;
    }

    public void End()
    {
        _stream = null!;
        _reader = null!;
        _trailers = null;
    }

    /// <summary>
    /// Makes one step: feeds what the client sent next, or waits until a plugin resumes. Copies what comes out at once to
    /// <paramref name="destination"/>.
    /// </summary>
    /// <returns>Number of bytes copied.</returns>
    public async ValueTask<int> PumpAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        var direction = _stream.Request;
        if (!direction.WantsInput || _inputEnded)
        {
            await direction.ResumeAsync(cancellationToken);
            return Take(direction.Output, destination.Span);
        }

        var read = await _reader.ReadAsync(cancellationToken);
        if (read.IsCanceled)
        {
            _reader.AdvanceTo(read.Buffer.Start);
            await direction.ContinueAsync();
            return Take(direction.Output, destination.Span);
        }

        return await FeedAsync(read, destination);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var direction = _stream.Request;
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (_stream.Termination == StreamTermination.None)
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

        throw new OperationCanceledException("a plugin has ended the request");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException(
        "Synchronous reads are not supported behind Proxy-Wasm plugins. Call ReadAsync instead.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Take(BodyBuffer output, Span<byte> destination)
    {
        var count = Math.Min(output.Length, destination.Length);
        output.Span[..count].CopyTo(destination);
        output.Consume(count);
        return count;
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
            if (hasTrailers && _stream.Termination == StreamTermination.None)
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

    private void WriteTrailers()
    {
        if (_stream.Request.TrailersReleased && _stream.RequestTrailers.IsChanged && _trailers is { } trailers)
        {
            HeaderWriter.Write(_stream.RequestTrailers, trailers.Trailers);
            _stream.RequestTrailers.AcceptChanges();
        }
    }
}
