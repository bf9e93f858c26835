namespace ProxyWasm.Abi.Wire;

/// <summary>
/// The serialised map of the ABI: how header maps, property maps and property lists cross the boundary.
/// </summary>
/// <remarks>
/// All integers are unsigned, 32 bit, little endian:
/// <code>
/// offset 0        n, the number of pairs
/// offset 4        n times: length of the name, length of the value
/// offset 4 + 8n   n times: name, one NUL, value, one NUL
/// </code>
/// The lengths do not count the terminators. Order and duplicates are kept; NULs inside of names and values are fine.
/// <see cref="HeaderPairsWriter"/> writes the form, <see cref="HeaderPairsReader"/> reads it.
/// </remarks>
public static class HeaderPairs
{
    internal const int CountBytes = sizeof(uint);
    internal const int LengthBytes = sizeof(uint);
    internal const int TableEntryBytes = 2 * LengthBytes;
    internal const int TerminatorBytes = 1;

    /// <summary>The number of bytes a map takes in serialised form.</summary>
    /// <param name="totalNameBytes">Sum of the lengths of all names, in bytes; not negative.</param>
    /// <param name="totalValueBytes">Sum of the lengths of all values, in bytes; not negative.</param>
    /// <param name="count">Number of pairs; not negative.</param>
    /// <returns>
    /// The size in bytes, which can exceed the 32 bit address space of a guest. It is 4 for an empty map; a host hands
    /// that out as address 0 and size 0 instead.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public static long SizeOf(int totalNameBytes, int totalValueBytes, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalNameBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(totalValueBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return TableEnd(count) + (2L * TerminatorBytes * count) + totalNameBytes + totalValueBytes;
    }

    internal static long TableEnd(long count) => CountBytes + (TableEntryBytes * count);
}
