using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProxyWasm.Sdk.Text;

/// <summary>
/// UTF-8 text that is put together from parts; grows beyond the memory that it was given when it has to.
/// </summary>
/// <param name="initial">Memory to begin with, from the stack where it is used often; nothing is fine.</param>
public ref struct TextBuffer(Span<byte> initial)
{
    private const int LeastGrowth = 64;

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
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        Unsafe.CopyBlockUnaligned(
            ref Reserve(bytes.Length), ref MemoryMarshal.GetReference(bytes), (uint)bytes.Length);
        _length += bytes.Length;
    }

    /// <summary>Appends one byte.</summary>
    public void Append(byte value)
    {
        Reserve(1) = value;
        _length++;
    }

    /// <summary>Appends a character.</summary>
    /// <param name="rune">Its number in Unicode; no surrogate.</param>
    internal void AppendRune(int rune) => _length += Utf8Text.Write(rune, ref Reserve(Utf8Text.MostBytesOfRune));

    /// <summary>Appends text; null is nothing.</summary>
    public void Append(string? text) => Append(text.AsSpan());

    /// <summary>Appends text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Append(scoped ReadOnlySpan<char> text) =>
        _length += Utf8Text.Write(text, ref Reserve(Utf8Text.MaxBytes(text.Length)));

    /// <summary>Appends a number in decimal digits.</summary>
    public void Append(long value)
    {
        if (value < 0)
        {
            Append((byte)'-');
            value = -value;
        }

        // The least number has no positive one; as an unsigned number it is right.
        Append((ulong)value);
    }

    /// <summary>Appends a number in decimal digits.</summary>
    public void Append(ulong value)
    {
        if (value >= 10)
        {
            Append(value / 10);
        }

        Append((byte)('0' + (int)(value % 10)));
    }

    // Room for so many bytes, whose use is then added to the length. The checks of slices, and what they would throw,
    // are a tenth of a small module.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Usage", "CA2201", Justification = "What the runtime says of such an array.")]
    private ref byte Reserve(int count)
    {
        var needed = (uint)_length + (uint)count;
        if (needed > (uint)_bytes.Length)
        {
            if (needed > int.MaxValue / 2)
            {
                throw new OutOfMemoryException();
            }

            var larger = new byte[((int)needed * 2) + LeastGrowth];
            Unsafe.CopyBlockUnaligned(ref MemoryMarshal.GetArrayDataReference(larger),
                ref MemoryMarshal.GetReference(_bytes), (uint)_length);
            _bytes = larger;
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), _length);
    }
}
