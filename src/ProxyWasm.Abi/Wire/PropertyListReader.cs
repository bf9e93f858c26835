namespace ProxyWasm.Abi.Wire;

/// <summary>Reads a list of serialised property values, in order and without allocating.</summary>
/// <remarks>
/// The form is a map whose names are the elements and whose values are empty; it has no limit but the bytes at hand,
/// since lists travel from the host to the guest. The bytes must not change until the last element is read.
/// </remarks>
public ref struct PropertyListReader
{
    private HeaderPairsReader _pairs;

    private PropertyListReader(HeaderPairsReader pairs) => _pairs = pairs;

    /// <summary>Number of elements in the list.</summary>
    public readonly int Count => _pairs.Count;

    /// <summary>The serialised value of the current element; empty before the first <see cref="MoveNext"/>.</summary>
    public readonly ReadOnlySpan<byte> Current => _pairs.Name;

    /// <summary>Validates a list as a whole.</summary>
    /// <param name="data">The serialised list; anything shorter than 4 bytes is an empty list.</param>
    /// <param name="reader">A reader before the first element; an empty list on failure.</param>
    /// <returns>Whether the bytes are a well-formed map whose values are all empty.</returns>
    public static bool TryCreate(ReadOnlySpan<byte> data, out PropertyListReader reader)
    {
        reader = default;
        if (!HeaderPairsReader.TryCreate(data, HeaderPairsLimits.None, out HeaderPairsReader pairs, out _))
        {
            return false;
        }

        HeaderPairsReader check = pairs;
        while (check.MoveNext())
        {
            if (!check.Value.IsEmpty)
            {
                return false;
            }
        }

        reader = new PropertyListReader(pairs);
        return true;
    }

    /// <summary>Gives the reader itself, for <c>foreach</c>.</summary>
    /// <returns>A reader at the same position.</returns>
    public readonly PropertyListReader GetEnumerator() => this;

    /// <summary>Steps to the next element.</summary>
    /// <returns>Whether there is one; <see cref="Current"/> is empty otherwise.</returns>
    public bool MoveNext() => _pairs.MoveNext();
}
