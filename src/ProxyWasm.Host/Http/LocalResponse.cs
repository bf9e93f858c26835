namespace ProxyWasm.Host.Http;

/// <summary>A response made by a plugin or by the host instead of the upstream.</summary>
public sealed record LocalResponse
{
    /// <summary>HTTP status, 200 to 599.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Why, for logs; white space is replaced by underscores.</summary>
    public string Details { get; init; } = "";

    /// <summary>Body; may be empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Headers beside those that the host sets.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>gRPC status 0 to 16 for gRPC requests, or −1: derived from <see cref="StatusCode"/>.</summary>
    public int GrpcStatus { get; init; } = -1;

    /// <summary>
    /// Whether the host gives it for a failure; it then also replaces another local response on its way.
    /// </summary>
    internal bool IsFailure { get; init; }
}
