using System.Buffers;

namespace ProxyWasm.Host.Http;

/// <summary>
/// Body bytes on their way through a chain. It either borrows memory of somebody else, for the time of one pass and
/// without a copy, or owns a pooled array, once a plugin changes or holds the bytes.
/// </summary>
/// <remarks>Not thread-safe. Memory obtained from it is valid until the next change.</remarks>
public sealed class BodyBuffer : IDisposable
{
    private ReadOnlyMemory<byte> _borrowed;
    private byte[]? _owned;
    private int _start;
    private int _length;

    /// <summary>Number of bytes.</summary>
    public int Length => _length;

    /// <summary>Whether there are no bytes.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>Whether the bytes are still those of the memory passed to <see cref="Borrow"/>.</summary>
    public bool IsBorrowed => _owned is null && _length > 0;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Memory => _owned is null ? _borrowed : _owned.AsMemory(_start, _length);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => Memory.Span;

    /// <summary>Takes bytes without copying; appends a copy when there are bytes already.</summary>
    public void Borrow(ReadOnlyMemory<byte> bytes)
    {
        if (!IsEmpty)
        {
            Append(bytes.Span);
            return;
        }

        Clear();
        _borrowed = bytes;
        _length = bytes.Length;
    }

    /// <summary>Copies borrowed bytes, so that they outlive the memory they came from.</summary>
    public void Own()
    {
        if (IsBorrowed)
        {
            Reserve(_length);
        }
    }

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        Reserve(checked(_length + bytes.Length));
        bytes.CopyTo(_owned.AsSpan(_start + _length));
        _length += bytes.Length;
    }

    /// <summary>
    /// Replaces <paramref name="count"/> bytes at <paramref name="start"/>; both are clipped to the present bytes, so a
    /// start beyond the end appends and a large count replaces the rest.
    /// </summary>
    public void Splice(uint start, uint count, ReadOnlySpan<byte> bytes)
    {
        var at = (int)Math.Min(start, (uint)_length);
        var removed = (int)Math.Min(count, (uint)(_length - at));
        var tail = _length - at - removed;
        var length = checked(_length - removed + bytes.Length);
        Reserve(Math.Max(_length, length));
        var span = _owned.AsSpan(_start);
        span.Slice(at + removed, tail).CopyTo(span[(at + bytes.Length)..]);
        bytes.CopyTo(span[at..]);
        _length = length;
    }

    /// <summary>Drops bytes at the front.</summary>
    public void Consume(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _length);
        _length -= count;
        if (_length == 0)
        {
            Clear();
        }
        else if (_owned is null)
        {
            _borrowed = _borrowed[count..];
        }
        else
        {
            _start += count;
        }
    }

    /// <summary>Moves all bytes of <paramref name="source"/> to the end of this buffer.</summary>
    public void TakeFrom(BodyBuffer source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!IsEmpty)
        {
            Append(source.Span);
            source.Clear();
            return;
        }

        (_owned, source._owned) = (source._owned, _owned);
        (_borrowed, source._borrowed) = (source._borrowed, default);
        (_start, source._start) = (source._start, 0);
        (_length, source._length) = (source._length, 0);
        source.Clear();
    }

    /// <summary>Drops all bytes and gives the pooled array back.</summary>
    public void Clear()
    {
        _borrowed = default;
        _start = 0;
        _length = 0;
        if (_owned is { } array)
        {
            _owned = null;
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Reserve(int length)
    {
        if (_owned is { } current && _start + length <= current.Length)
        {
            return;
        }

        var array = ArrayPool<byte>.Shared.Rent(Math.Max(length, 256));
        Span.CopyTo(array);
        if (_owned is { } old)
        {
            ArrayPool<byte>.Shared.Return(old);
        }

        _owned = array;
        _borrowed = default;
        _start = 0;
    }
}
