using System.Buffers.Binary;
using System.Text;

namespace ProxyWasm.Host.Modules.Binary;

/// <summary>
/// Reads the primitive values of the binary format from one part of a file: the whole file or the content of a section.
/// Every read is checked against the end of that part and throws <see cref="ModuleException"/> beyond it.
/// </summary>
internal ref struct WasmReader
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _start;
    private int _position;

    /// <param name="bytes">The part.</param>
    /// <param name="start">Its offset in the file.</param>
    /// <param name="section">What errors call it; null for the file itself, whose end is a truncation.</param>
    public WasmReader(ReadOnlySpan<byte> bytes, int start, string? section)
    {
        _bytes = bytes;
        _start = start;
        Section = section;
    }

    public string? Section { get; }

    public readonly bool AtEnd => _position == _bytes.Length;

    public readonly int Offset => _start + _position;

    public readonly int Remaining => _bytes.Length - _position;

    public byte ReadByte(string what) => Take(1, what)[0];

    public uint ReadU32(string what)
    {
        var offset = Offset;
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte(what);
            if (shift == 28 && next > 0x0F)
            {
                throw Malformed($"{what} is not a 32-bit LEB128 number", offset);
            }

            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public ulong ReadU64(string what)
    {
        var offset = Offset;
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte(what);
            if (shift == 63 && next > 0x01)
            {
                throw Malformed($"{what} is not a 64-bit LEB128 number", offset);
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Reads a signed LEB128 number of at most <paramref name="bits"/> bits (32, 33 or 64).</summary>
    public long ReadSigned(int bits, string what)
    {
        var offset = Offset;
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte(what);
            var room = bits - shift;
            if (room < 7 && !IsSignExtended(next, room))
            {
                throw Malformed($"{what} is not a signed {bits}-bit LEB128 number", offset);
            }

            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                var used = shift + 7;
                return used < 64 && (next & 0x40) != 0 ? value | (-1L << used) : value;
            }
        }
    }

    /// <summary>
    /// Reads a length of a list, and refuses it when the list cannot fit into the rest of the part or is above
    /// <paramref name="limit"/>. Callers may therefore allocate for that many entries.
    /// </summary>
    public int ReadCount(string what, int minimumEntryBytes, int limit)
    {
        var offset = Offset;
        var count = ReadU32($"the number of {what}");
        if ((long)count * minimumEntryBytes > Remaining)
        {
            throw Malformed($"it claims {count} {what}, which do not fit into its remaining {Remaining} bytes", offset);
        }

        return count <= limit ? (int)count : throw ModuleErrors.TooMany(Part, what, count, limit, offset);
    }

    public string ReadName(string what)
    {
        var offset = Offset;
        var length = ReadU32($"the length of {what}");
        if (length > ParseLimits.NameBytes)
        {
            throw ModuleErrors.TooMany(Part, $"bytes in {what}", length, ParseLimits.NameBytes, offset);
        }

        var bytes = Take(length, what);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed($"{what} is not UTF-8", offset);
        }
    }

    public uint ReadFixedU32(string what) => BinaryPrimitives.ReadUInt32LittleEndian(Take(4, what));

    public void Skip(uint length, string what) => Take(length, what);

    /// <summary>Cuts the next <paramref name="length"/> bytes off as a part of their own.</summary>
    public WasmReader Slice(uint length, string section)
    {
        var start = Offset;
        return new WasmReader(Take(length, section), start, section);
    }

    public readonly void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw Malformed($"{Remaining} bytes follow after its last entry", Offset);
        }
    }

    public readonly ModuleException Malformed(string what, int offset) => ModuleErrors.Malformed(Part, what, offset);

    private readonly string Part => Section ?? "module";

    private ReadOnlySpan<byte> Take(uint length, string what)
    {
        if (length > (uint)Remaining)
        {
            throw Section is null
                ? ModuleErrors.Truncated(what, length, Remaining, Offset)
                : Malformed($"{what} needs {length} bytes, but the section has only {Remaining} left", Offset);
        }

        var taken = _bytes.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }

    /// <summary>Whether the unused high bits of the last byte of a signed number repeat its sign bit.</summary>
    private static bool IsSignExtended(byte last, int usedBits)
    {
        var unused = (sbyte)(last << 1) >> usedBits;
        return last < 0x80 && unused is 0 or -1;
    }
}
