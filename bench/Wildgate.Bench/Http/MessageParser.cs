namespace Wildgate.Bench.Http;

/// <summary>
/// Reads HTTP/1.1 messages of one connection, one after the other, from reads that may end at any byte. Bodies are
/// counted, not kept. Strict on purpose: whatever leaves room for two readings is malformed. Not thread-safe.
/// </summary>
internal sealed class MessageParser
{
    private const int HeadLimitBytes = 64 * 1024;

    private readonly MessageKind _kind;
    private readonly HeaderChecklist? _checklist;
    private readonly LineBuffer _lines = new(HeadLimitBytes);
    private readonly ChunkedBody _chunked = new();
    private State _state;
    private StartLine _start;
    private Framing _framing;
    private bool _answersHead;
    private long _left;
    private int _headBytes;

    public MessageParser(MessageKind kind, HeaderChecklist? checklist = null)
    {
        _kind = kind;
        _checklist = checklist;
        Reset();
    }

    private enum State
    {
        Start,
        Headers,
        FixedBody,
        ChunkedBody,
        UntilClose,
        Complete,
        Malformed,
    }

    /// <summary>Status code of a response whose start line was read, otherwise 0.</summary>
    public int Status => _start.Status;

    /// <summary>Body bytes read, without chunk framing.</summary>
    public long BodyBytes { get; private set; }

    /// <summary>Whether a request whose start line was read asks with HEAD.</summary>
    public bool IsHead => _start.IsHead;

    /// <summary>Whether the connection may carry another message after a complete one.</summary>
    public bool IsPersistent { get; private set; }

    /// <summary>Why the message is malformed.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Gets ready for the next message. <paramref name="answersHead"/>: the response answers a HEAD request
    /// and has no body whatever its headers say.</summary>
    public void Reset(bool answersHead = false)
    {
        _answersHead = answersHead;
        BodyBytes = 0;
        Error = "";
        BeginHead();
    }

    /// <summary>Takes the next bytes of the connection, at most up to the end of the message.</summary>
    public ReadOutcome Read(ReadOnlySpan<byte> bytes, out int consumed)
    {
        consumed = 0;
        while (true)
        {
            if (_state is State.Complete or State.Malformed)
            {
                return _state == State.Complete ? ReadOutcome.Complete : ReadOutcome.Malformed;
            }

            var rest = bytes[consumed..];
            if (rest.IsEmpty)
            {
                return ReadOutcome.NeedMore;
            }

            consumed += _state switch
            {
                State.FixedBody => ReadFixed(rest.Length),
                State.ChunkedBody => ReadChunked(rest),
                State.UntilClose => ReadUntilClose(rest.Length),
                _ => ReadHead(rest),
            };
        }
    }

    /// <summary>Called when the peer closed the connection: completes a body that ends with it, anything else is cut
    /// off.</summary>
    public ReadOutcome Close()
    {
        if (_state == State.UntilClose)
        {
            _state = State.Complete;
        }
        else if (_state is not (State.Complete or State.Malformed))
        {
            Fail(_state == State.Start && _headBytes == 0
                ? "the connection was closed before the first byte"
                : $"the connection was closed in the middle of the message, after {BodyBytes} body bytes");
        }

        return _state == State.Complete ? ReadOutcome.Complete : ReadOutcome.Malformed;
    }

    private void BeginHead()
    {
        _state = State.Start;
        _start = default;
        _framing = Framing.Empty;
        _headBytes = 0;
        IsPersistent = false;
        _lines.Reset();
        _checklist?.Reset();
    }

    private int ReadHead(ReadOnlySpan<byte> bytes)
    {
        var outcome = _lines.Read(bytes, out var consumed, out var line);
        _headBytes += consumed;
        if (outcome == ReadOutcome.Malformed)
        {
            Fail(_lines.Error);
        }
        else if (_headBytes > HeadLimitBytes)
        {
            Fail($"the head is longer than {HeadLimitBytes} bytes");
        }
        else if (outcome == ReadOutcome.Complete)
        {
            TakeLine(line);
        }

        return consumed;
    }

    private void TakeLine(ReadOnlySpan<byte> line)
    {
        if (_state == State.Start)
        {
            _state = State.Headers;
            if (!StartLine.TryParse(_kind, line, out _start))
            {
                Fail($"{Quoted.Text(line)} is no {(_kind == MessageKind.Response ? "status" : "request")} line");
            }
        }
        else if (line.IsEmpty)
        {
            EndHead();
        }
        else if (!HeaderLine.TrySplit(line, out var name, out var value))
        {
            Fail($"{Quoted.Text(line)} is no header");
        }
        else
        {
            _checklist?.Observe(name, value);
            if (_framing.Observe(name, value) is { } error)
            {
                Fail(error);
            }
        }
    }

    private void EndHead()
    {
        if (_framing.Conclude(_start.Minor) is { } error)
        {
            Fail(error);
        }
        else if (_start.Status == 101)
        {
            Fail("status 101 switches to a protocol nobody asked for");
        }
        else if (_start.Status is >= 100 and < 200)
        {
            // An interim response comes before the real one (RFC 9110 section 15.2).
            BeginHead();
        }
        else
        {
            IsPersistent = _framing.IsPersistent(_start.Minor);
            BeginBody();
        }
    }

    private void BeginBody()
    {
        if (_answersHead || _start.Status is 204 or 304)
        {
            _state = State.Complete;
        }
        else if (_framing.IsChunked)
        {
            _chunked.Reset();
            _state = State.ChunkedBody;
        }
        else if (_framing.ContentLength < 0 && _kind == MessageKind.Response)
        {
            IsPersistent = false;
            _state = State.UntilClose;
        }
        else
        {
            _left = Math.Max(0, _framing.ContentLength);
            _state = _left == 0 ? State.Complete : State.FixedBody;
        }
    }

    private int ReadFixed(int available)
    {
        var taken = (int)Math.Min(available, _left);
        _left -= taken;
        BodyBytes += taken;
        if (_left == 0)
        {
            _state = State.Complete;
        }

        return taken;
    }

    private int ReadChunked(ReadOnlySpan<byte> bytes)
    {
        var outcome = _chunked.Read(bytes, out var consumed);
        BodyBytes = _chunked.DataBytes;
        if (outcome == ReadOutcome.Malformed)
        {
            Fail(_chunked.Error);
        }
        else if (outcome == ReadOutcome.Complete)
        {
            _state = State.Complete;
        }

        return consumed;
    }

    private int ReadUntilClose(int available)
    {
        BodyBytes += available;
        return available;
    }

    private void Fail(string error)
    {
        Error = error;
        _state = State.Malformed;
    }
}
