using ProxyWasm.Abi.Wire;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Calls;

/// <summary>The answer to an <see cref="HttpRequest"/>, or that there is none. It can be kept.</summary>
public sealed class HttpResponse
{
    private readonly byte[] _headers;

    internal HttpResponse(CallError error)
        : this([], [])
    {
        Error = error;
    }

    internal HttpResponse(byte[] headers, byte[] body)
    {
        _headers = headers;
        Body = body;
        Status = TryGetHeader(":status"u8, out var status) ? StatusCode.Parse(status) : 0;
    }

    /// <summary>Why there is no answer; <see cref="CallError.None"/> when there is one.</summary>
    public CallError Error { get; }

    /// <summary>The status code; 0 when there is no answer. The host answers 504 when the time was up.</summary>
    public int Status { get; }

    /// <summary>Whether the answer has a status from 200 to 299.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body as text in UTF-8.</summary>
    public string BodyText => Utf8Text.Decode(Body.Span);

    /// <summary>The headers, in their order.</summary>
    public HeaderEnumerator GetEnumerator()
    {
        HeaderPairsReader.TryCreate(_headers, HeaderPairsLimits.None, out var reader, out _);
        return new HeaderEnumerator(reader);
    }

    /// <summary>The value of a header as text; the first of its name, null without one.</summary>
    public string? Header(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new TextBuffer(stackalloc byte[128]);
        text.Append(name);
        return TryGetHeader(text.Written, out var value) ? Utf8Text.Decode(value) : null;
    }

    /// <summary>The value of a header; the first of its name.</summary>
    public bool TryGetHeader(scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        foreach (var header in this)
        {
            if (header.Name.SequenceEqual(name))
            {
                value = header.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
