using System.Buffers;
using System.IO.Pipelines;
using ProxyWasm.Host.Tcp;

namespace ProxyWasm.AspNetCore.Tcp;

/// <summary>
/// Carries the bytes of one direction from a pipe through the plugins to another pipe. It reads no faster than the
/// plugins and the reader of the other pipe allow.
/// </summary>
internal sealed class DirectionPump : IDisposable
{
    // Bytes presented to plugins at once when more than one segment has arrived.
    private const int MaxChunkBytes = 64 * 1024;

    private readonly TcpConnection _connection;
    private readonly TcpDirection _direction;
    private readonly PipeReader _input;
    private readonly PipeWriter _output;
    private readonly CancellationTokenSource _stop = new();

    public DirectionPump(TcpConnection connection, TcpDirection direction, PipeReader input, PipeWriter output)
    {
        _connection = connection;
        _direction = direction;
        _input = input;
        _output = output;
        direction.Wake = Wake;
    }

    /// <summary>Why the sender of the bytes is gone, if it has not ended them properly.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>
    /// Runs until the end of the bytes, a failure, the end of the connection or <see cref="Stop"/>.
    /// </summary>
    /// <returns>Whether all bytes have passed, the end included.</returns>
    public async Task<bool> RunAsync()
    {
        try
        {
            while (!_connection.IsClosed)
            {
                if (!await StepAsync() || _direction.EndReleased)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The transport reports a reset as IOException and its own end as OperationCanceledException.
            Failure = exception;
        }

        return _direction.EndReleased && _direction.Output.IsEmpty;
    }

    /// <summary>Nobody waits for the rest any more.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _direction.Wake = null;
        _stop.Dispose();
    }

    // Any thread, inside of the worker: the pump looks at the state itself.
    private void Wake()
    {
        _input.CancelPendingRead();
        if (_connection.IsClosed)
        {
            _output.CancelPendingFlush();
        }
    }

    // Returns false when nobody takes the bytes any more.
    private async ValueTask<bool> StepAsync()
    {
        if (!_direction.WantsInput)
        {
            await _direction.ResumeAsync(_stop.Token);
            return !Take() || await FlushAsync();
        }

        var read = await _input.ReadAsync(_stop.Token);
        if (read.Buffer.IsEmpty && !read.IsCompleted)
        {
            _input.AdvanceTo(read.Buffer.Start);
            await _direction.ContinueAsync();
            return !Take() || await FlushAsync();
        }

        var consumed = read.Buffer.Start;
        bool taken;
        try
        {
            (consumed, taken) = await FeedAsync(read);
        }
        finally
        {
            _input.AdvanceTo(consumed);
        }

        return !taken || await FlushAsync();
    }

    private async ValueTask<(SequencePosition Consumed, bool Taken)> FeedAsync(ReadResult read)
    {
        var buffer = read.Buffer;
        if (buffer.IsSingleSegment)
        {
            await _direction.SendAsync(buffer.First, read.IsCompleted);
            return (buffer.End, Take());
        }

        var length = (int)Math.Min(buffer.Length, MaxChunkBytes);
        var chunk = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var presented = buffer.Slice(0, length);
            presented.CopyTo(chunk);
            await _direction.SendAsync(chunk.AsMemory(0, length), read.IsCompleted && length == buffer.Length);
            return (presented.End, Take());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    // What came out is copied before the memory that it may still lie in is given back.
    private bool Take()
    {
        var released = _direction.Output;
        if (released.IsEmpty)
        {
            return false;
        }

        _output.Write(released.Span);
        released.Clear();
        return true;
    }

    private async ValueTask<bool> FlushAsync()
    {
        var flush = await _output.FlushAsync(_stop.Token);
        return !flush.IsCompleted;
    }
}
