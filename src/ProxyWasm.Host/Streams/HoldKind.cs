namespace ProxyWasm.Host.Streams;

/// <summary>What a paused filter holds back; follows from the action its callback returned.</summary>
internal enum HoldKind
{
    /// <summary>Nothing: events pass.</summary>
    None,

    /// <summary>The headers; body and trailers callbacks go on.</summary>
    Headers,

    /// <summary>Everything, without callbacks; the sender is slowed down when the buffer is full.</summary>
    AllWatermark,

    /// <summary>Everything, without callbacks; a full buffer fails the stream.</summary>
    AllBuffer,

    /// <summary>The body, presented as a whole in the next callback; a full buffer fails the stream.</summary>
    BodyBuffer,

    /// <summary>
    /// The body, of which only the new part is presented; the sender is slowed down when the buffer is full.
    /// </summary>
    BodyWatermark,

    /// <summary>Nothing of the body: the plugin has taken it.</summary>
    BodyNone,

    /// <summary>Trailers, and what was held before.</summary>
    Trailers,
}
