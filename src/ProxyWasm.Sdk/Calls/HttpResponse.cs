using ProxyWasm.Abi.Wire;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Calls;

/// <summary>The answer to an <see cref="HttpRequest"/>, or that there is none. It can be kept.</summary>
public sealed class HttpResponse
{
    private readonly byte[] _headers;
    private readonly byte[] _trailers;

    internal HttpResponse(CallError error)
        : this([], [], [])
    {
        Error = error;
    }

    internal HttpResponse(byte[] headers, byte[] body, byte[] trailers)
    {
        _headers = headers;
        _trailers = trailers;
        Body = body;
        Status = TryGetHeader(":status"u8, out var status) ? StatusCode.Parse(status) : 0;
        Error = Status == 0 ? CallError.Failed : CallError.None;
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
    public HeaderEnumerator GetEnumerator() => Enumerate(_headers);

    /// <summary>The value of a header as text; the first of its name, null without one.</summary>
    public string? Header(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new TextBuffer(stackalloc byte[128]);
        text.Append(name);
        return TryGetHeader(text.Written, out var value) ? Utf8Text.Decode(value) : null;
    }

    /// <summary>The value of a header; the first of its name.</summary>
    public bool TryGetHeader(scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value) =>
        TryFind(_headers, name, out value);

    /// <summary>The value of a trailer; the first of its name.</summary>
    public bool TryGetTrailer(scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value) =>
        TryFind(_trailers, name, out value);

    /// <summary>The value of a trailer as text; the first of its name, null without one.</summary>
    public string? Trailer(string name) =>
        TryGetTrailer(Utf8Text.Encode(name), out var value) ? Utf8Text.Decode(value) : null;

    private static HeaderEnumerator Enumerate(byte[] pairs)
    {
        HeaderPairsReader.TryCreate(pairs, HeaderPairsLimits.None, out var reader, out _);
        return new HeaderEnumerator(reader);
    }

    private static bool TryFind(byte[] pairs, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (var headers = Enumerate(pairs); headers.MoveNext();)
        {
            if (headers.Current.Name.SequenceEqual(name))
            {
                value = headers.Current.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
