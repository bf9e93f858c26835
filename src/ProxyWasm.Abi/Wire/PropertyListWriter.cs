namespace ProxyWasm.Abi.Wire;

/// <summary>
/// Writes a list of serialised property values without allocating: a map whose names are the elements and whose values
/// are empty.
/// </summary>
/// <remarks>
/// Size the destination with <see cref="HeaderPairs.SizeOf"/>, the elements as names. Nothing is ever written outside
/// of the destination. Pass by reference: a copy has a position of its own.
/// </remarks>
public ref struct PropertyListWriter
{
    private HeaderPairsWriter _pairs;

    /// <summary>Starts a list.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="count">How many elements will be added; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException">The table of lengths does not fit into the destination.</exception>
    public PropertyListWriter(Span<byte> destination, int count) =>
        _pairs = new HeaderPairsWriter(destination, count);

    /// <summary>Adds an element.</summary>
    /// <param name="element">The serialised value.</param>
    /// <exception cref="InvalidOperationException">The element was not announced, or does not fit.</exception>
    public void Add(ReadOnlySpan<byte> element) => _pairs.Add(element, default);

    /// <summary>Adds an element the caller writes in place, such as a list inside of a list.</summary>
    /// <param name="elementBytes">Exact size of the element in bytes; not negative.</param>
    /// <returns>The bytes of the element, all zero, for the caller to fill.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="elementBytes"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The element was not announced, or does not fit.</exception>
    public Span<byte> AddReserved(int elementBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementBytes);
        Span<byte> element = _pairs.Append(elementBytes, valueBytes: 0)[..elementBytes];
        element.Clear();
        return element;
    }

    /// <summary>Ends the list.</summary>
    /// <returns>Its size in bytes, from the start of the destination.</returns>
    /// <exception cref="InvalidOperationException">Fewer elements were added than announced.</exception>
    public readonly int Complete() => _pairs.Complete();
}
