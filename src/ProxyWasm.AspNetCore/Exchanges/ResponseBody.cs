using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.AspNetCore.Headers;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// The response as the application writes it: headers, body and trailers go through the plugins before they reach the
/// server. Writing drives the response direction, so an application writes no faster than the plugins and the client
/// allow.
/// </summary>
internal sealed class ResponseBody : Stream, IHttpResponseBodyFeature
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Action _wake;
    private Exchange _exchange = null!;
    private IHttpResponseBodyFeature _server = null!;
    private PipeWriter? _writer;
    private long? _remaining;
    private bool _isSent;
    private bool _isEnded;
    private bool _isComplete;
    private int _pumpQueued;
    private Task _pump = Task.CompletedTask;

    public ResponseBody() => _wake = PumpLater;

    /// <summary>Whether the headers went into the plugins: for the application, the response has started.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>The body of the server itself.</summary>
    public IHttpResponseBodyFeature Server => _server;

    public Stream Stream => this;

    public PipeWriter Writer => _writer ??= PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true));

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private StreamDirection Direction => _exchange.Stream.Response;

    // Nobody looks at the body: once the headers are out, it goes straight to the server.
    private bool IsDirect => _isSent && !Direction.NeedsBody;

    public void Begin(Exchange exchange, IHttpResponseBodyFeature server)
    {
        _exchange = exchange;
        _server = server;
        exchange.Stream.Response.Wake = _wake;
    }

    /// <summary>Forgets the exchange, once nothing works on it any more.</summary>
    public async ValueTask EndAsync()
    {
        await _pump;
        _exchange = null!;
        _server = null!;
        _writer = null;
        _remaining = null;
        IsStarted = _isSent = _isEnded = _isComplete = false;
    }

    public void DisableBuffering() => _server.DisableBuffering();

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await StartCoreAsync(endOfStream: false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsDirect)
        {
            await _server.Writer.WriteAsync(buffer, cancellationToken);
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            await StartCoreAsync(endOfStream: false);
            _exchange.ThrowIfEnded();
            if (IsDirect)
            {
                await _server.Writer.WriteAsync(buffer, cancellationToken);
                return;
            }

            await FeedAsync(buffer);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException(
        "Synchronous writes are not supported behind Proxy-Wasm plugins. Call WriteAsync instead.");

    public override void Flush() => throw new InvalidOperationException(
        "Synchronous flushes are not supported behind Proxy-Wasm plugins. Call FlushAsync instead.");

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        _exchange.ThrowIfEnded();
        if (_isSent)
        {
            await _server.Writer.FlushAsync(cancellationToken);
        }
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(this, path, offset, count, cancellationToken);

    /// <summary>Ends the response; what the application has not written is complete without it.</summary>
    public async Task CompleteAsync()
    {
        if (_writer is { } writer)
        {
            await writer.CompleteAsync();
        }

        await _gate.WaitAsync();
        try
        {
            await CompleteCoreAsync();
        }
        finally
        {
            _isComplete = true;
            _gate.Release();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask StartCoreAsync(bool endOfStream)
    {
        if (IsStarted || _exchange.HasEnded)
        {
            return;
        }

        await _exchange.FireOnStartingAsync();
        IsStarted = true;
        _isEnded = endOfStream;
        var response = _exchange.Context.Response;
        _remaining = MayHaveTrailers ? null : response.ContentLength;
        ResponseHeaderWriter.Read(_exchange.ServerResponse, _exchange.Stream.ResponseHeaders);
        await Direction.SendHeadersAsync(endOfStream);
        await SettleAsync();
    }

    // Only HTTP/2 and later carry trailers here; without them a known length tells which bytes are the last.
    private bool MayHaveTrailers => _exchange.Context.Features.Get<IHttpResponseTrailersFeature>() is not null;

    private async ValueTask FeedAsync(ReadOnlyMemory<byte> data)
    {
        if (_isEnded || data.IsEmpty)
        {
            return;
        }

        _remaining -= data.Length;
        _isEnded = _remaining <= 0;
        await Direction.SendDataAsync(data, _isEnded);
        await SettleAsync();
        Direction.Output.Own();
    }

    private async ValueTask CompleteCoreAsync()
    {
        if (_exchange.HasEnded)
        {
            return;
        }

        var trailers = _exchange.Context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        var hasTrailers = trailers is { Count: > 0 };
        if (!IsStarted)
        {
            await StartCoreAsync(endOfStream: !hasTrailers);
        }

        if (!_isEnded && !_exchange.HasEnded && (Direction.NeedsBody || hasTrailers))
        {
            _isEnded = true;
            if (hasTrailers)
            {
                HeaderLoader.LoadAll(_exchange.Stream.ResponseTrailers, trailers!);
                await Direction.SendTrailersAsync();
            }
            else
            {
                await Direction.SendDataAsync(default, endOfStream: true);
            }

            await SettleAsync();
        }

        if (trailers is not null && Direction.TrailersReleased && _exchange.Stream.ResponseTrailers.IsChanged)
        {
            HeaderWriter.Write(_exchange.Stream.ResponseTrailers, trailers);
        }
    }

    // Sends on what the plugins have let pass; waits while they hold everything, or hold the end.
    private async ValueTask SettleAsync()
    {
        while (!_exchange.HasEnded)
        {
            if (_exchange.Stream.Termination != StreamTermination.None)
            {
                await _exchange.EndByPluginAsync();
                return;
            }

            await SendReleasedAsync();
            if (!Direction.IsPaused || Direction.WantsInput || _exchange.HasEnded)
            {
                return;
            }

            await Direction.ResumeAsync(_exchange.ClientAborted);
        }
    }

    private async ValueTask SendReleasedAsync()
    {
        if (!Direction.HeadersReleased)
        {
            return;
        }

        if (!_isSent)
        {
            if (!ResponseHeaderWriter.TryWriteChanges(_exchange.Stream.ResponseHeaders, _exchange.ServerResponse))
            {
                await _exchange.RefuseAsync(StatusCodes.Status502BadGateway, "filter_removed_required_response_headers{:status}");
                return;
            }

            _isSent = true;
        }

        var output = Direction.Output;
        if (!output.IsEmpty)
        {
            await _server.Writer.WriteAsync(output.Memory, _exchange.ClientAborted);
            output.Clear();
        }
    }

    // A plugin that collects the body lets the application write on; when it resumes while the application is idle,
    // somebody has to send what it releases.
    private void PumpLater()
    {
        if (Interlocked.Exchange(ref _pumpQueued, 1) == 0)
        {
            _pump = Task.Run(PumpAsync);
        }
    }

    private async Task PumpAsync()
    {
        await _gate.WaitAsync();
        try
        {
            Volatile.Write(ref _pumpQueued, 0);
            if (IsStarted && !_isComplete && !_exchange.HasEnded)
            {
                await Direction.ContinueAsync();
                await SettleAsync();
                Direction.Output.Own();
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client is gone; whoever writes next finds out by itself.
        }
        finally
        {
            _gate.Release();
        }
    }
}
