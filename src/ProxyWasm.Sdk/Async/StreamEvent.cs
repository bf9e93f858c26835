namespace ProxyWasm.Sdk.Async;

/// <summary>What comes in one direction of a stream, in this order.</summary>
internal enum StreamEvent
{
    /// <summary>The headers, or the connection.</summary>
    Begin,

    /// <summary>A part of the body, or of the bytes of a connection.</summary>
    Data,

    /// <summary>The trailers.</summary>
    Trailers,
}
