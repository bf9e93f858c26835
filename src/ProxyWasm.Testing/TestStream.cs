using System.Text;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Testing.Running;

namespace ProxyWasm.Testing;

/// <summary>
/// One HTTP exchange, driven event by event as a proxy would: request headers, body, trailers, then those of the
/// response. Made by <see cref="TestHost.OpenStream"/>. When the plugin answers the stream itself, the local response
/// goes through the plugin at once and its outcome is in <see cref="Response"/>.
/// </summary>
/// <remarks>Not thread-safe. An event out of turn is an <see cref="InvalidOperationException"/>.</remarks>
public sealed class TestStream
{
    private static readonly (string Name, string Value)[] RequestDefaults =
        [(":method", "GET"), (":scheme", "http"), (":authority", "example.test"), (":path", "/")];

    private readonly TestHost _host;
    private readonly HttpStream _stream;
    private bool _isFinished;

    internal TestStream(TestHost host, HttpStream stream)
    {
        _host = host;
        _stream = stream;
        Plugin = host.Plugin;
        Request = new TestDirection(stream.Request, stream.RequestHeaders, stream.RequestTrailers);
        Response = new TestDirection(stream.Response, stream.ResponseHeaders, stream.ResponseTrailers);
    }

    /// <summary>What goes to the upstream.</summary>
    public TestDirection Request { get; }

    /// <summary>What goes to the client.</summary>
    public TestDirection Response { get; }

    /// <summary>The answer that the plugin gave instead of the upstream; else null.</summary>
    public TestLocalResponse? LocalResponse { get; private set; }

    /// <summary>Whether the stream was reset.</summary>
    public bool IsReset { get; private set; }

    /// <summary>The plugin that serves the stream to its end, also when the host has got another one.</summary>
    internal Plugin Plugin { get; }

    /// <summary>Presents request headers; the request has no body.</summary>
    /// <param name="headers">
    /// Fields in order. <c>:method</c> GET, <c>:scheme</c> http, <c>:authority</c> example.test and <c>:path</c> / are
    /// put in where they are absent.
    /// </param>
    public TestStep RequestHeaders(params IReadOnlyList<(string Name, string Value)> headers) =>
        RequestHeaders(headers, endOfStream: true);

    /// <summary>Presents request headers.</summary>
    /// <param name="headers">As above.</param>
    /// <param name="endOfStream">Whether neither body nor trailers follow.</param>
    public TestStep RequestHeaders(IReadOnlyList<(string Name, string Value)> headers, bool endOfStream)
    {
        ArgumentNullException.ThrowIfNull(headers);
        RequireUsable();
        Require(!_stream.Request.HasHeaders, "the request headers have been presented");
        Load(_stream.RequestHeaders, headers, RequestDefaults);
        return Step(DirectionKind.Request, () => _stream.Request.SendHeadersAsync(endOfStream));
    }

    /// <summary>Presents a part of the request body.</summary>
    public TestStep RequestBody(string text, bool endOfStream = true) =>
        RequestBody(Encoding.UTF8.GetBytes(text), endOfStream);

    /// <summary>Presents a part of the request body.</summary>
    public TestStep RequestBody(ReadOnlyMemory<byte> bytes, bool endOfStream = true) =>
        Body(DirectionKind.Request, bytes, endOfStream);

    /// <summary>Presents the request trailers, which end the request.</summary>
    public TestStep RequestTrailers(params IReadOnlyList<(string Name, string Value)> trailers) =>
        Trailers(DirectionKind.Request, trailers);

    /// <summary>Presents response headers; the response has no body.</summary>
    /// <param name="headers">Fields in order; <c>:status</c> is 200 where it is absent.</param>
    public TestStep ResponseHeaders(params IReadOnlyList<(string Name, string Value)> headers) =>
        ResponseHeaders(headers, endOfStream: true);

    /// <summary>Presents response headers.</summary>
    /// <param name="headers">As above.</param>
    /// <param name="endOfStream">Whether neither body nor trailers follow.</param>
    public TestStep ResponseHeaders(IReadOnlyList<(string Name, string Value)> headers, bool endOfStream)
    {
        ArgumentNullException.ThrowIfNull(headers);
        RequireUsable();
        Require(
            _stream.Request.HasHeaders,
            "the request headers have not been presented, and a response passes plugins that have seen its request");
        Require(!_stream.Response.HasHeaders, "the response headers have been presented");
        Load(_stream.ResponseHeaders, headers, [(":status", "200")]);
        return Step(DirectionKind.Response, () => _stream.Response.SendHeadersAsync(endOfStream));
    }

    /// <summary>Presents a part of the response body.</summary>
    public TestStep ResponseBody(string text, bool endOfStream = true) =>
        ResponseBody(Encoding.UTF8.GetBytes(text), endOfStream);

    /// <summary>Presents a part of the response body.</summary>
    public TestStep ResponseBody(ReadOnlyMemory<byte> bytes, bool endOfStream = true) =>
        Body(DirectionKind.Response, bytes, endOfStream);

    /// <summary>Presents the response trailers, which end the response.</summary>
    public TestStep ResponseTrailers(params IReadOnlyList<(string Name, string Value)> trailers) =>
        Trailers(DirectionKind.Response, trailers);

    /// <summary>
    /// Ends the stream: the plugin logs it and forgets it. A stream that is not finished goes with its host.
    /// </summary>
    /// <returns>What the plugin logged meanwhile, and the response.</returns>
    public TestStep Finish()
    {
        Require(!_isFinished, "it is finished");
        var logs = _host.Logs.Count;
        _host.Forget(this);
        _host.Run(EndAsync);
        return Describe(StepAction.Continue, Response.Headers, default, null, logs);
    }

    internal ValueTask EndAsync()
    {
        Request.Keep();
        Response.Keep();
        _isFinished = true;
        return _stream.FinishAsync();
    }

    /// <summary>Lets go on what the plugin has released meanwhile; true when something may have changed.</summary>
    internal bool Progress()
    {
        if (_isFinished)
        {
            return false;
        }

        var changed = Take(_stream.Request, Request) | Take(_stream.Response, Response);
        if (_stream.Termination == StreamTermination.None)
        {
            return changed;
        }

        if (_stream.Termination == StreamTermination.Reset)
        {
            changed |= !IsReset;
            IsReset = true;
            return changed;
        }

        Answer();
        return true;
    }

    private static bool Take(StreamDirection direction, TestDirection output)
    {
        if (output.IsSignalled)
        {
            output.IsSignalled = false;
            Synchronously.Complete(direction.ContinueAsync());
            output.Take();
            return true;
        }

        output.Take();
        return false;
    }

    private static void Load(
        HeaderMap map,
        IReadOnlyList<(string Name, string Value)> fields,
        params ReadOnlySpan<(string, string)> defaults)
    {
        foreach (var (name, value) in defaults)
        {
            if (!fields.Any(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                map.Load(name, value);
            }
        }

        foreach (var field in fields)
        {
            map.Load(field.Name, field.Value);
        }
    }

    private TestStep Body(DirectionKind kind, ReadOnlyMemory<byte> bytes, bool endOfStream)
    {
        var direction = _stream.Direction(kind);
        RequireOpen(direction);
        return Step(kind, () => direction.SendDataAsync(bytes, endOfStream));
    }

    private TestStep Trailers(DirectionKind kind, IReadOnlyList<(string Name, string Value)> trailers)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        var direction = _stream.Direction(kind);
        RequireOpen(direction);
        var map = kind == DirectionKind.Request ? _stream.RequestTrailers : _stream.ResponseTrailers;
        Load(map, trailers);
        return Step(kind, direction.SendTrailersAsync, trailers: true);
    }

    private void Answer()
    {
        LocalResponse = new TestLocalResponse(_stream.LocalResponse!);
        var body = Synchronously.Complete(_stream.BeginLocalResponseAsync());
        Response.ClearBody();
        Synchronously.Complete(_stream.Response.SendHeadersAsync(endOfStream: body.IsEmpty));
        if (!body.IsEmpty && _stream.Termination == StreamTermination.None)
        {
            Synchronously.Complete(_stream.Response.SendDataAsync(body, endOfStream: true));
        }

        Response.Take();
    }

    private TestStep Step(DirectionKind kind, Func<ValueTask> drive, bool trailers = false)
    {
        var output = kind == DirectionKind.Request ? Request : Response;
        var (logs, body) = (_host.Logs.Count, output.BodyLength);
        var action = StepAction.Continue;
        _host.Run(() =>
        {
            var driven = drive();
            action = ActionIn(_stream.Direction(kind));
            return driven;
        });
        body = Math.Min(body, output.BodyLength);
        return Describe(
            action, trailers ? output.Trailers : output.Headers, output.BodyFrom(body), LocalResponse, logs);
    }

    private StepAction ActionIn(StreamDirection direction) => _stream.Termination switch
    {
        StreamTermination.None => direction.IsPaused ? StepAction.Pause : StepAction.Continue,
        StreamTermination.Reset => StepAction.Reset,
        _ => StepAction.LocalResponse,
    };

    private TestStep Describe(
        StepAction action,
        TestHeaders headers,
        ReadOnlyMemory<byte> body,
        TestLocalResponse? response,
        int logs) => new()
    {
        Action = action,
        Headers = headers,
        Body = body,
        LocalResponse = response,
        Logs = [.. _host.Logs.Skip(logs)],
    };

    private void RequireUsable()
    {
        Require(!_isFinished, "it is finished");
        Require(!IsReset, "it was reset");
        Require(LocalResponse is null, "the plugin has answered it");
    }

    private void RequireOpen(StreamDirection direction)
    {
        RequireUsable();
        var name = direction.Kind == DirectionKind.Request ? "request" : "response";
        Require(direction.HasHeaders, $"the {name} headers have not been presented");
        Require(!direction.HasEnd, $"the {name} has ended; pass endOfStream: false to the events before");
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"the stream takes no such event: {problem}");
        }
    }
}
