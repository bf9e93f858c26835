namespace ProxyWasm.Abi.Wire;

/// <summary>How large a serialised map may be before <see cref="HeaderPairsReader"/> refuses it.</summary>
/// <param name="MaxBytes">Greatest accepted size of the whole form, in bytes.</param>
/// <param name="MaxPairs">Greatest accepted number of pairs.</param>
public readonly record struct HeaderPairsLimits(int MaxBytes, int MaxPairs)
{
    /// <summary>What hosts accept from a guest: 1 MiB and 1024 pairs, as Envoy does.</summary>
    public static HeaderPairsLimits FromGuest => new(1024 * 1024, 1024);

    /// <summary>No limit but the bytes at hand; what guests accept from their host.</summary>
    public static HeaderPairsLimits None => new(int.MaxValue, int.MaxValue);
}
