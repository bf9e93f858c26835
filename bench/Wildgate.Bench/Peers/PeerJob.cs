namespace Wildgate.Bench.Peers;

/// <summary>What a peer does with each request.</summary>
internal enum PeerJob
{
    /// <summary>Answers by itself; the floor under every proxy of its kind.</summary>
    Answer,

    /// <summary>Forwards to the upstream.</summary>
    Forward,

    /// <summary>Forwards, counts the request's headers, sets one request and one response header; see
    /// <see cref="BenchHeaders"/>.</summary>
    ForwardAndMark,
}
