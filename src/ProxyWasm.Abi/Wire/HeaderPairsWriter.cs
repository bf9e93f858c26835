using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace ProxyWasm.Abi.Wire;

/// <summary>Writes a serialised map without allocating; see <see cref="HeaderPairs"/> for the form.</summary>
/// <remarks>
/// The number of pairs is announced, then each is added, then <see cref="Complete"/> gives the size. Nothing is ever
/// written outside of the destination. Pass by reference: a copy has a position of its own.
/// </remarks>
public ref struct HeaderPairsWriter
{
    private readonly Span<byte> _destination;
    private readonly int _tableEnd;
    private int _entry;
    private int _end;

    /// <summary>Starts a map.</summary>
    /// <param name="destination">Where to write; at least <see cref="HeaderPairs.SizeOf"/> bytes.</param>
    /// <param name="count">How many pairs will be added; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException">The table of lengths does not fit into the destination.</exception>
    public HeaderPairsWriter(Span<byte> destination, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        long tableEnd = HeaderPairs.TableEnd(count);
        if (tableEnd > destination.Length)
        {
            ThrowTableTooLarge(destination);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(destination, (uint)count);
        _destination = destination;
        _tableEnd = (int)tableEnd;
        _entry = HeaderPairs.CountBytes;
        _end = _tableEnd;
    }

    /// <summary>Adds a pair, unchanged.</summary>
    /// <param name="name">Name; for a header already in lower case.</param>
    /// <param name="value">Value.</param>
    /// <exception cref="InvalidOperationException">The pair was not announced, or does not fit.</exception>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Span<byte> pair = Append(name.Length, value.Length);
        name.CopyTo(pair);
        value.CopyTo(pair[(name.Length + HeaderPairs.TerminatorBytes)..]);
    }

    /// <summary>Adds a header, by the rules of <see cref="HeaderText"/>: one byte for each character.</summary>
    /// <param name="name">Name in any case; ASCII letters are written in lower case.</param>
    /// <param name="value">Value.</param>
    /// <exception cref="InvalidOperationException">The pair was not announced, or does not fit.</exception>
    public void AddLatin1(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        Span<byte> pair = Append(name.Length, value.Length);
        HeaderText.EncodeName(name, pair);
        HeaderText.EncodeValue(value, pair[(name.Length + HeaderPairs.TerminatorBytes)..]);
    }

    /// <summary>Adds a pair whose value the caller writes in place, such as a map inside of a map.</summary>
    /// <param name="name">Name, written unchanged.</param>
    /// <param name="valueBytes">Exact size of the value in bytes; not negative.</param>
    /// <returns>The bytes of the value, all zero, for the caller to fill.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="valueBytes"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The pair was not announced, or does not fit.</exception>
    public Span<byte> AddReserved(ReadOnlySpan<byte> name, int valueBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(valueBytes);
        Span<byte> pair = Append(name.Length, valueBytes);
        name.CopyTo(pair);
        Span<byte> value = pair.Slice(name.Length + HeaderPairs.TerminatorBytes, valueBytes);
        value.Clear();
        return value;
    }

    /// <summary>Ends the map.</summary>
    /// <returns>Its size in bytes, from the start of the destination.</returns>
    /// <exception cref="InvalidOperationException">Fewer pairs were added than announced.</exception>
    public readonly int Complete()
    {
        if (_entry != _tableEnd)
        {
            ThrowIncomplete();
        }

        return _end;
    }

    /// <summary>Writes the lengths and the terminators of the next pair and gives the bytes between.</summary>
    internal Span<byte> Append(int nameBytes, int valueBytes)
    {
        long size = (long)nameBytes + valueBytes + (2 * HeaderPairs.TerminatorBytes);
        if (_entry == _tableEnd)
        {
            ThrowNotAnnounced();
        }

        if (size > _destination.Length - _end)
        {
            ThrowPairTooLarge();
        }

        BinaryPrimitives.WriteUInt32LittleEndian(_destination[_entry..], (uint)nameBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(_destination[(_entry + HeaderPairs.LengthBytes)..], (uint)valueBytes);
        Span<byte> pair = _destination.Slice(_end, (int)size);
        pair[nameBytes] = 0;
        pair[^1] = 0;
        _entry += HeaderPairs.TableEntryBytes;
        _end += (int)size;
        return pair;
    }

    [DoesNotReturn]
    private static void ThrowTableTooLarge(ReadOnlySpan<byte> destination) =>
        throw new ArgumentException(
            "The destination is too small for the table of the pairs: size it with HeaderPairs.SizeOf.",
            nameof(destination));

    [DoesNotReturn]
    private static void ThrowPairTooLarge() =>
        throw new InvalidOperationException(
            "The destination has too few bytes left for the pair: size it with HeaderPairs.SizeOf.");

    [DoesNotReturn]
    private static void ThrowNotAnnounced() =>
        throw new InvalidOperationException(
            "All announced pairs are written: announce every pair when the writer is created.");

    [DoesNotReturn]
    private static void ThrowIncomplete() =>
        throw new InvalidOperationException(
            "Fewer pairs are written than announced: add every announced pair before completing.");
}
