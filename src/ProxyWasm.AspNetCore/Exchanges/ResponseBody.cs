using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// The response as the application writes it: headers, body and trailers go through the plugins before they reach the
/// server. Writing drives the response direction, so an application writes no faster than the plugins and the client
/// allow.
/// </summary>
internal sealed class ResponseBody : BodyStream, IHttpResponseBodyFeature
{
    // Held by the task that drives the response: the application's, or the one that sends what a plugin releases.
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Action _wake;
    private readonly ResponseFlow _flow = new();
    private Exchange _exchange = null!;
    private PipeWriter? _writer;
    private bool _isComplete;
    private int _pumpQueued;
    private Task _pump = Task.CompletedTask;

    public ResponseBody() => _wake = PumpLater;

    /// <summary>Whether the headers went into the plugins: for the application, the response has started.</summary>
    public bool IsStarted => _flow.IsStarted;

    /// <summary>The body of the server itself.</summary>
    public IHttpResponseBodyFeature Server => _flow.Output.Server;

    public Stream Stream => this;

    public PipeWriter Writer => _writer ??= PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true));

    public override bool CanWrite => true;

    public void Begin(Exchange exchange, IHttpResponseBodyFeature server)
    {
        _exchange = exchange;
        _flow.Begin(exchange, server);
    }

    /// <summary>The application runs: what plugins release or answer while it is idle is sent for it.</summary>
    public void Attend()
    {
        _exchange.Stream.Response.Wake = _wake;
        if (_exchange.IsOver)
        {
            PumpLater();
        }
    }

    /// <summary>Waits until nobody drives the response; nobody will do so again.</summary>
    public async ValueTask StopAsync()
    {
        await _gate.WaitAsync();
        _isComplete = true;
        _gate.Release();
    }

    /// <summary>Forgets the exchange, once nothing works on it any more.</summary>
    public async ValueTask EndAsync()
    {
        await _pump;
        _flow.End();
        _exchange = null!;
        _writer = null;
        _isComplete = false;
    }

    public void DisableBuffering() => Server.DisableBuffering();

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await _flow.StartAsync(endOfStream: false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Nobody looks at the body: once the headers are out, it goes straight to the server.
        if (_flow.IsDirect)
        {
            await WriteDirectlyAsync(buffer, cancellationToken);
            return;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            await _flow.StartAsync(endOfStream: false);
            _exchange.ThrowIfEnded();
            if (_flow.IsDirect)
            {
                await WriteDirectlyAsync(buffer, cancellationToken);
                return;
            }

            await _flow.FeedAsync(buffer);
            _exchange.ThrowIfEnded();
        }
        finally
        {
            _gate.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await _flow.StartAsync(endOfStream: false);
            _exchange.ThrowIfEnded();
            if (_flow.Output.IsStarted)
            {
                await Server.Writer.FlushAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(this, path, offset, count, cancellationToken);

    /// <summary>Ends the response for the client too, while the application may go on with other work.</summary>
    public async Task CompleteAsync()
    {
        await FinishAsync();
        if (!_exchange.HasEnded)
        {
            await Server.CompleteAsync();
        }
    }

    /// <summary>Ends the response; what the application has not written is complete without it.</summary>
    public async Task FinishAsync()
    {
        await CompleteWriterAsync();
        await _gate.WaitAsync();
        try
        {
            if (!_isComplete)
            {
                await _flow.FinishAsync();
            }
        }
        finally
        {
            _isComplete = true;
            _gate.Release();
        }
    }

    /// <summary>Sends a response that is there as a whole; called by the one that holds the response.</summary>
    public ValueTask SendWholeAsync(HeaderMap headers, BodyBuffer body) => _flow.Output.SendWholeAsync(headers, body);

    private ValueTask<FlushResult> WriteDirectlyAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        _exchange.Stream.Response.CountBody(buffer.Length);
        return Server.Writer.WriteAsync(buffer, cancellationToken);
    }

    // What lies in the application's pipe is part of the response, unless a plugin has taken its place.
    private async ValueTask CompleteWriterAsync()
    {
        if (_writer is not { } writer)
        {
            return;
        }

        try
        {
            await writer.CompleteAsync(_exchange.IsOver ? new OperationCanceledException() : null);
        }
        catch (OperationCanceledException) when (_exchange.HasEnded)
        {
            await writer.CompleteAsync(new OperationCanceledException());
        }
    }

    /// <summary>Sends on what a plugin has released, or answered, while nobody else drove the response.</summary>
    public async ValueTask ContinueAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (!_isComplete)
            {
                await _flow.ContinueAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    // A plugin that collects the body lets the application write on; when it resumes while the application is idle,
    // somebody has to send what it releases. Another one may be queued only when the first has the gate: then the last
    // one is also the last to finish.
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
            if (!_isComplete)
            {
                await _flow.ContinueAsync();
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
