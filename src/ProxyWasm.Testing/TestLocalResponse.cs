using System.Text;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Testing;

/// <summary>
/// An answer that the plugin gave instead of the upstream, or the host because the plugin failed; as it was asked for.
/// What the client got is in <see cref="TestStream.Response"/>, since plugins see local responses too.
/// </summary>
public sealed class TestLocalResponse
{
    internal TestLocalResponse(LocalResponse response)
    {
        StatusCode = response.StatusCode;
        Details = response.Details;
        Headers = new TestHeaders(response.Headers);
        Body = response.Body.ToArray();
        GrpcStatus = response.GrpcStatus;
    }

    /// <summary>HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>Why, for logs; <c>wasm_fail_stream</c> when the plugin failed.</summary>
    public string Details { get; }

    /// <summary>Headers that the plugin gave.</summary>
    public TestHeaders Headers { get; }

    /// <summary>Body; may be empty.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>gRPC status 0 to 16, or −1 for none.</summary>
    public int GrpcStatus { get; }
}
