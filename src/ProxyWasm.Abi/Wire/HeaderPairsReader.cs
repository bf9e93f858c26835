using System.Buffers.Binary;

namespace ProxyWasm.Abi.Wire;

/// <summary>Reads a serialised map without allocating; see <see cref="HeaderPairs"/> for the form.</summary>
/// <remarks>
/// Everything is validated by <see cref="TryCreate(ReadOnlySpan{byte}, out HeaderPairsReader, out HeaderPairsError)"/>,
/// so that a caller which got a reader can apply the pairs without a way back. The bytes must not change until the last
/// pair is read. A default reader is an empty map. Pass by reference: a copy has a position of its own.
/// </remarks>
public ref struct HeaderPairsReader
{
    private readonly ReadOnlySpan<byte> _data;
    private int _read;
    private int _next;

    private HeaderPairsReader(ReadOnlySpan<byte> data, int count)
    {
        _data = data;
        _next = (int)HeaderPairs.TableEnd(count);
        Count = count;
    }

    /// <summary>Number of pairs in the map.</summary>
    public int Count { get; }

    /// <summary>Name of the current pair; empty before the first <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Value of the current pair; empty before the first <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Validates a map a guest handed to its host, with <see cref="HeaderPairsLimits.FromGuest"/>.</summary>
    /// <param name="data">The serialised map; anything shorter than 4 bytes is an empty map.</param>
    /// <param name="reader">A reader before the first pair; an empty map on failure.</param>
    /// <param name="error">What is wrong; <see cref="HeaderPairsError.None"/> on success.</param>
    /// <returns>Whether the bytes are a well-formed map within the limits.</returns>
    public static bool TryCreate(ReadOnlySpan<byte> data, out HeaderPairsReader reader, out HeaderPairsError error) =>
        TryCreate(data, HeaderPairsLimits.FromGuest, out reader, out error);

    /// <summary>Validates a map, with limits of the caller.</summary>
    /// <param name="data">The serialised map; anything shorter than 4 bytes is an empty map.</param>
    /// <param name="limits">The greatest acceptable size.</param>
    /// <param name="reader">A reader before the first pair; an empty map on failure.</param>
    /// <param name="error">What is wrong; <see cref="HeaderPairsError.None"/> on success.</param>
    /// <returns>Whether the bytes are a well-formed map within the limits.</returns>
    public static bool TryCreate(
        ReadOnlySpan<byte> data, HeaderPairsLimits limits, out HeaderPairsReader reader, out HeaderPairsError error)
    {
        error = Validate(data, limits, out int count);
        reader = error == HeaderPairsError.None ? new HeaderPairsReader(data, count) : default;
        return error == HeaderPairsError.None;
    }

    /// <summary>Steps to the next pair.</summary>
    /// <returns>Whether there is one; <see cref="Name"/> and <see cref="Value"/> are empty otherwise.</returns>
    public bool MoveNext()
    {
        if (_read == Count)
        {
            Name = default;
            Value = default;
            return false;
        }

        int entry = (int)HeaderPairs.TableEnd(_read);
        int nameLength = (int)ReadUInt32(_data, entry);
        int valueLength = (int)ReadUInt32(_data, entry + HeaderPairs.LengthBytes);
        Name = _data.Slice(_next, nameLength);
        _next += nameLength + HeaderPairs.TerminatorBytes;
        Value = _data.Slice(_next, valueLength);
        _next += valueLength + HeaderPairs.TerminatorBytes;
        _read++;
        return true;
    }

    private static HeaderPairsError Validate(ReadOnlySpan<byte> data, HeaderPairsLimits limits, out int count)
    {
        count = 0;
        if (data.Length > limits.MaxBytes)
        {
            return HeaderPairsError.TooLarge;
        }

        // Guest libraries encode an empty map as nothing, as one zero byte or as a zero count.
        if (data.Length < HeaderPairs.CountBytes)
        {
            return HeaderPairsError.None;
        }

        uint declared = ReadUInt32(data, 0);
        if (declared > (long)limits.MaxPairs)
        {
            return HeaderPairsError.TooManyPairs;
        }

        long tableEnd = HeaderPairs.TableEnd(declared);
        if (tableEnd > data.Length)
        {
            return HeaderPairsError.Truncated;
        }

        count = (int)declared;
        return ValidatePairs(data, (int)tableEnd);
    }

    private static HeaderPairsError ValidatePairs(ReadOnlySpan<byte> data, int tableEnd)
    {
        long end = tableEnd;

        // Names and values alternate in the table and in the data: each is checked by itself.
        for (int entry = HeaderPairs.CountBytes; entry < tableEnd; entry += HeaderPairs.LengthBytes)
        {
            end += ReadUInt32(data, entry);
            if (end >= data.Length)
            {
                return HeaderPairsError.Truncated;
            }

            if (data[(int)end] != 0)
            {
                return HeaderPairsError.MissingTerminator;
            }

            end += HeaderPairs.TerminatorBytes;
        }

        return end == data.Length ? HeaderPairsError.None : HeaderPairsError.TrailingBytes;
    }

    private static uint ReadUInt32(ReadOnlySpan<byte> data, int offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(data[offset..]);
}
