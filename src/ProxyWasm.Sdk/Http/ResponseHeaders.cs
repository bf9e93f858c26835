using ProxyWasm.Abi;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Http;

/// <summary>The headers of a response.</summary>
public sealed class ResponseHeaders : HeaderMap
{
    /// <inheritdoc cref="RequestHeaders.Shared"/>
    internal static readonly ResponseHeaders Shared = new();

    private const int NoStatus = 0;

    internal ResponseHeaders()
        : base(MapType.HttpResponseHeaders)
    {
    }

    /// <summary>The status code; 0 outside of the response.</summary>
    public int Status
    {
        get => TryGet(":status"u8, out var value) ? StatusCode.Parse(value) : NoStatus;
        set
        {
            var text = new TextBuffer(stackalloc byte[16]);
            text.Append(value);
            Set(":status"u8, text.Written);
        }
    }
}
