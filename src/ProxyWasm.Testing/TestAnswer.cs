using System.Text;

namespace ProxyWasm.Testing;

/// <summary>A response of an upstream.</summary>
public sealed record TestAnswer
{
    /// <summary>Makes a response with a text in UTF-8.</summary>
    public TestAnswer(int status, string body = "")
    {
        Status = status;
        Body = Encoding.UTF8.GetBytes(body);
    }

    /// <summary>HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>Headers beside <c>:status</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Trailers.</summary>
    public IReadOnlyList<(string Name, string Value)> Trailers { get; init; } = [];
}
