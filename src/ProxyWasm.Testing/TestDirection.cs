using System.Buffers;
using System.Text;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Testing;

/// <summary>One direction of a stream: everything that the plugin has let pass so far.</summary>
public sealed class TestDirection
{
    private readonly StreamDirection _direction;
    private readonly HeaderMap _headers;
    private readonly HeaderMap _trailers;
    private readonly ArrayBufferWriter<byte> _body = new();

    internal TestDirection(StreamDirection direction, HeaderMap headers, HeaderMap trailers)
    {
        _direction = direction;
        _headers = headers;
        _trailers = trailers;
        direction.Wake = () => IsSignalled = true;
    }

    /// <summary>The headers as they are now; what is to be sent once <see cref="HasHeaders"/> is true.</summary>
    public TestHeaders Headers => Kept?.Headers ?? new TestHeaders(_headers);

    /// <summary>The trailers as they are now.</summary>
    public TestHeaders Trailers => Kept?.Trailers ?? new TestHeaders(_trailers);

    /// <summary>Whether the headers have passed.</summary>
    public bool HasHeaders => Kept?.HasHeaders ?? _direction.HeadersReleased;

    /// <summary>Whether everything has passed: there is nothing more to come.</summary>
    public bool HasEnded => Kept?.HasEnded ?? _direction.EndReleased;

    /// <summary>Whether the plugin holds something back.</summary>
    public bool IsPaused => Kept is null && _direction.IsPaused;

    /// <summary>Body bytes that have passed.</summary>
    public ReadOnlyMemory<byte> Body => _body.WrittenSpan.ToArray();

    /// <summary>The same as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(_body.WrittenSpan);

    /// <summary>Whether the plugin resumed or ended the stream since the last look.</summary>
    internal bool IsSignalled { get; set; }

    internal int BodyLength => _body.WrittenCount;

    // The maps go back to their stream when it ends; what they held then stays visible.
    private Snapshot? Kept { get; set; }

    internal void Take()
    {
        _body.Write(_direction.Output.Span);
        _direction.Output.Clear();
    }

    internal ReadOnlyMemory<byte> BodyFrom(int start) => _body.WrittenSpan[start..].ToArray();

    internal void ClearBody() => _body.ResetWrittenCount();

    internal void Keep() => Kept = new Snapshot(Headers, Trailers, HasHeaders, HasEnded);

    private sealed record Snapshot(TestHeaders Headers, TestHeaders Trailers, bool HasHeaders, bool HasEnded);
}
