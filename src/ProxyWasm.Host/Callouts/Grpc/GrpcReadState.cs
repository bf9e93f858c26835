namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>What reading the next message of a response gave.</summary>
internal enum GrpcReadState
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>The regular end, between two messages: trailers are there.</summary>
    End,

    /// <summary>The body broke off.</summary>
    Broken,

    /// <summary>The body ended inside of a message.</summary>
    Truncated,

    /// <summary>A message is compressed, which was not offered to the peer.</summary>
    Compressed,

    /// <summary>A message is larger than the limit, or memory has run out.</summary>
    TooLarge,
}
