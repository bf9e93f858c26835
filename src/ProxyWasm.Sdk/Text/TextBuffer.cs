using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProxyWasm.Sdk.Text;

/// <summary>
/// UTF-8 text that is put together from parts; grows beyond the memory that it was given when it has to.
/// </summary>
/// <param name="initial">Memory to begin with, most often from the stack.</param>
public ref struct TextBuffer(Span<byte> initial)
{
    private const int MostDigits = 20;

    private Span<byte> _bytes = initial;
    private int _length;

    /// <summary>What has been appended; valid until the next part.</summary>
    public readonly ReadOnlySpan<byte> Written =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(_bytes), _length);

    /// <summary>How many bytes it has; less takes the last away.</summary>
    internal int Length
    {
        readonly get => _length;
        set => _length = value;
    }

    /// <summary>Appends bytes as they are.</summary>
    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.TryCopyTo(Reserve(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Appends one byte.</summary>
    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        _length++;
    }

    /// <summary>Appends a character.</summary>
    /// <param name="rune">Its number in Unicode; no surrogate.</param>
    internal void AppendRune(int rune) => _length += Utf8Text.Encode(rune, Reserve(Utf8Text.MostBytesOfRune));

    /// <summary>Appends text; null is nothing.</summary>
    public void Append(string? text)
    {
        if (text is not null)
        {
            Append(text.AsSpan());
        }
    }

    /// <summary>Appends text.</summary>
    public void Append(scoped ReadOnlySpan<char> text) =>
        _length += Utf8Text.Encode(text, Reserve(Utf8Text.MaxBytes(text.Length)));

    /// <summary>Appends a number in decimal digits.</summary>
    public void Append(long value)
    {
        if (value < 0)
        {
            Append((byte)'-');
            Append((ulong)-value);
        }
        else
        {
            Append((ulong)value);
        }
    }

    /// <summary>Appends a number in decimal digits.</summary>
    public void Append(ulong value)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        var start = MostDigits;
        do
        {
            digits[--start] = (byte)('0' + (int)(value % 10));
            value /= 10;
        }
        while (value != 0);

        Append(digits[start..]);
    }

    private Span<byte> Reserve(int count)
    {
        if (count > _bytes.Length - _length)
        {
            var larger = new byte[Math.Max(_length + count, _bytes.Length * 2)];
            Written.TryCopyTo(larger);
            _bytes = larger;
        }

        // Checked above: the length is never greater than that of the bytes. The checks of slices, and what they would
        // throw, are a tenth of a small module.
        return MemoryMarshal.CreateSpan(
            ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), _length), _bytes.Length - _length);
    }
}
