using System.Buffers;
using System.Text.Unicode;

namespace ProxyWasm.Abi.Wire;

/// <summary>
/// The path of a property as it crosses the boundary: segments separated by one NUL, such as
/// <c>request\0headers\0x-user</c>.
/// </summary>
/// <remarks>
/// One NUL at the end is tolerated, since the C++ library writes it. A dot is an ordinary byte. Enumerating gives the
/// segments without copying; every sequence of bytes is a path, and only the empty one has no segment.
/// </remarks>
/// <param name="bytes">The serialised path; must not change while the path is in use.</param>
public readonly ref struct PropertyPath(ReadOnlySpan<byte> bytes)
{
    private const byte Separator = 0;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Whether the path has no segment.</summary>
    public bool IsEmpty => _bytes.IsEmpty;

    /// <summary>Serialises a path; its segments are written as UTF-8.</summary>
    /// <param name="segments">The segments, outermost first.</param>
    /// <param name="destination">Where to write; <see cref="GetMaxBytes"/> bytes suffice.</param>
    /// <param name="written">Number of bytes written; 0 on failure.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/>; <see cref="OperationStatus.InvalidData"/> when a segment contains a NUL or
    /// a lone surrogate, which would be read back as something else; or
    /// <see cref="OperationStatus.DestinationTooSmall"/>.
    /// </returns>
    public static OperationStatus Encode(ReadOnlySpan<string> segments, Span<byte> destination, out int written)
    {
        written = 0;
        int end = 0;
        for (int i = 0; i < segments.Length; i++)
        {
            OperationStatus status = EncodeSegment(segments[i], destination, ref end);
            if (status != OperationStatus.Done)
            {
                return status;
            }

            // A last segment that is empty is lost unless the tolerated NUL follows it.
            if (i < segments.Length - 1 || segments[i].Length == 0)
            {
                if (end == destination.Length)
                {
                    return OperationStatus.DestinationTooSmall;
                }

                destination[end++] = Separator;
            }
        }

        written = end;
        return OperationStatus.Done;
    }

    /// <summary>A number of bytes that is enough to serialise a path.</summary>
    /// <param name="segments">The segments.</param>
    /// <returns>The size in bytes; at most about three times the number of characters.</returns>
    /// <exception cref="OverflowException">The path cannot fit into an array.</exception>
    public static int GetMaxBytes(ReadOnlySpan<string> segments)
    {
        int bytes = 0;
        foreach (string segment in segments)
        {
            // UTF-8 takes at most three bytes for one UTF-16 code unit.
            bytes = checked(bytes + (3 * segment.Length) + 1);
        }

        return bytes;
    }

    /// <summary>Gives the segments in order, outermost first.</summary>
    /// <returns>An enumerator before the first segment.</returns>
    public Enumerator GetEnumerator() => new(_bytes);

    private static OperationStatus EncodeSegment(string segment, Span<byte> destination, ref int end)
    {
        if (segment.Contains((char)Separator))
        {
            return OperationStatus.InvalidData;
        }

        OperationStatus status = Utf8.FromUtf16(
            segment, destination[end..], out _, out int bytes, replaceInvalidSequences: false);
        end += bytes;
        return status;
    }

    /// <summary>Steps through the segments of a path.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;

        internal Enumerator(ReadOnlySpan<byte> bytes) => _rest = bytes;

        /// <summary>The segment, without a terminator; may be empty.</summary>
        public ReadOnlySpan<byte> Current { get; private set; }

        /// <summary>Whether a segment follows the current one.</summary>
        public readonly bool HasNext => !_rest.IsEmpty;

        /// <summary>Steps to the next segment.</summary>
        /// <returns>Whether there is one; <see cref="Current"/> is empty otherwise.</returns>
        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                Current = default;
                return false;
            }

            int length = _rest.IndexOf(Separator);
            Current = length < 0 ? _rest : _rest[..length];
            _rest = length < 0 ? default : _rest[(length + 1)..];
            return true;
        }
    }
}
