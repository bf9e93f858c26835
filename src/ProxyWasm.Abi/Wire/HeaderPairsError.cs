namespace ProxyWasm.Abi.Wire;

/// <summary>Why bytes are not a serialised map; see <see cref="HeaderPairs"/> for the form.</summary>
public enum HeaderPairsError
{
    /// <summary>The bytes are a well-formed map.</summary>
    None = 0,

    /// <summary>There are more bytes than <see cref="HeaderPairsLimits.MaxBytes"/>.</summary>
    TooLarge = 1,

    /// <summary>The declared number of pairs exceeds <see cref="HeaderPairsLimits.MaxPairs"/>.</summary>
    TooManyPairs = 2,

    /// <summary>A declared count or length reaches beyond the end of the bytes.</summary>
    Truncated = 3,

    /// <summary>A name or a value is not followed by a NUL.</summary>
    MissingTerminator = 4,

    /// <summary>There are bytes after the last pair.</summary>
    TrailingBytes = 5,
}
