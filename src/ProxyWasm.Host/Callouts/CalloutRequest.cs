using System.IO.Pipelines;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Callouts;

/// <summary>A request that a plugin makes. Neither headers nor body change once it is handed over.</summary>
public sealed record CalloutRequest
{
    /// <summary>Name of the cluster, as the plugin gave it.</summary>
    public required string Cluster { get; init; }

    /// <summary>
    /// Headers with at least <c>:method</c>, <c>:path</c> and <c>:authority</c>; legal in HTTP, values in Latin-1.
    /// <c>content-length</c> and the headers that concern the connection are the transport's business.
    /// </summary>
    public required HeaderMap Headers { get; init; }

    /// <summary>The whole body; empty for none and when there is a <see cref="BodyReader"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>
    /// A body that is written while the response is already being read. The transport reads it to its end and completes
    /// the reader; null when <see cref="Body"/> counts.
    /// </summary>
    public PipeReader? BodyReader { get; init; }

    /// <summary>Trailers of the request; may be empty.</summary>
    public HeaderMap Trailers { get; init; } = new(HeaderMapKind.Trailers);

    /// <summary>HTTP version that the exchange needs, such as 2.0 for gRPC; null leaves it to the cluster.</summary>
    public Version? Version { get; init; }

    /// <summary>The time limit of the call, which the host itself keeps; infinite for none.</summary>
    internal TimeSpan TimeLimit { get; init; } = Timeout.InfiniteTimeSpan;
}
