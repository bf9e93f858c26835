using System.Buffers.Binary;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>
/// A piece of memory that has no address yet. It holds bytes, and at some places addresses of other regions.
/// </summary>
internal sealed class Region
{
    private const int AddressSize = 4;

    private readonly byte[] _bytes;
    private readonly SortedDictionary<int, Value> _addresses = [];

    public Region(RegionKind kind, byte[] bytes)
    {
        Kind = kind;
        _bytes = bytes;
    }

    public RegionKind Kind { get; }

    public int Size => _bytes.Length;

    /// <summary>The class of an object.</summary>
    public IlType? Type { get; init; }

    /// <summary>The class whose static constructor made the object, or to which the static field belongs.</summary>
    public IlType? Owner { get; init; }

    /// <summary>How code names the region; for objects that were made it is the region itself.</summary>
    public Symbol? Symbol { get; init; }

    /// <summary>
    /// Whether it is a static field in which the C# compiler keeps a delegate that it has made before.
    /// </summary>
    public bool IsDelegateCache => Field is { Type.IsDelegate: true, Owner.Definition: { } owner }
        && owner.Name.StartsWith("<>", StringComparison.Ordinal);

    /// <summary>The static field that the region is.</summary>
    public IlField? Field => (Symbol as Symbol.Static)?.Field;

    /// <summary>The function that the region stands for.</summary>
    public IlMethod? Function => (Symbol as Symbol.TableIndex)?.Method;

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Where the region refers to others, in the order of the places.</summary>
    public IReadOnlyDictionary<int, Value> Addresses => _addresses;

    /// <summary>How many first bytes of an object never change: its class and the number of its elements.</summary>
    public int FixedBytes => Type!.IsArray || Type.Is("System.String")
        ? ObjectShape.ArrayDataOffset : ObjectShape.HeaderSize;

    /// <summary>Bytes that a data segment has to carry.</summary>
    public int Weight => (_addresses.Count * AddressSize) + _bytes.Length - _bytes.AsSpan().Count((byte)0);

    public Value Load(MemoryKind kind, long offset) => TryLoad(kind, offset)
        ?? throw new EvaluationStoppedException("it reads an address as a number, or outside of what it has");

    /// <summary>Null when the place is outside, or holds a part of an address.</summary>
    public Value? TryLoad(MemoryKind kind, long offset)
    {
        var size = kind.Size();
        if (offset < 0 || offset > _bytes.Length - size)
        {
            return null;
        }

        var at = (int)offset;
        if (_addresses.Count > 0)
        {
            if (kind == MemoryKind.I32 && _addresses.TryGetValue(at, out var address))
            {
                return address;
            }

            if (HoldsAddress(at, size))
            {
                return null;
            }
        }

        var bytes = _bytes.AsSpan(at, size);
        return new Value(
            kind switch
            {
                MemoryKind.I8 => (sbyte)bytes[0],
                MemoryKind.U8 => bytes[0],
                MemoryKind.I16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
                MemoryKind.U16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
                MemoryKind.I64 or MemoryKind.F64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
                _ => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            },
            null);
    }

    public void Store(MemoryKind kind, long offset, Value value)
    {
        var size = kind.Size();
        var at = Checked(offset, size);
        Forget(at, size);
        if (value.IsAddress)
        {
            if (kind != MemoryKind.I32)
            {
                throw new EvaluationStoppedException("it stores a part of an address");
            }

            _addresses[at] = value;
            _bytes.AsSpan(at, size).Clear();
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value.Bits);
        bytes[..size].CopyTo(_bytes.AsSpan(at));
    }

    public void Fill(long offset, int size, byte value)
    {
        var at = Checked(offset, size);
        Forget(at, size);
        _bytes.AsSpan(at, size).Fill(value);
    }

    /// <summary>Copies bytes and addresses from a region, which may be this one.</summary>
    public void CopyFrom(Region source, long sourceOffset, long offset, int size)
    {
        var from = source.Checked(sourceOffset, size);
        var at = Checked(offset, size);
        var copied = source._addresses.Where(a => a.Key > from - AddressSize && a.Key < from + size).ToArray();
        if (copied.Any(a => a.Key < from || a.Key > from + size - AddressSize))
        {
            throw new EvaluationStoppedException("it copies a part of an address");
        }

        Forget(at, size);
        source._bytes.AsSpan(from, size).CopyTo(_bytes.AsSpan(at));
        foreach (var (place, value) in copied)
        {
            _addresses[place - from + at] = value;
        }
    }

    public override string ToString() => Field?.ToString() ?? $"an object of {Type}";

    private int Checked(long offset, int size) => offset >= 0 && size >= 0 && offset <= _bytes.Length - size
        ? (int)offset
        : throw new EvaluationStoppedException("it reads or writes outside of what it has");

    private bool HoldsAddress(int at, int size)
    {
        for (var place = at - AddressSize + 1; place < at + size; place++)
        {
            if (_addresses.ContainsKey(place))
            {
                return true;
            }
        }

        return false;
    }

    private void Forget(int at, int size)
    {
        if (_addresses.Count == 0)
        {
            return;
        }

        foreach (var place in _addresses.Keys.Where(k => k > at - AddressSize && k < at + size).ToArray())
        {
            if (place < at || place > at + size - AddressSize)
            {
                throw new EvaluationStoppedException("it overwrites a part of an address");
            }

            _addresses.Remove(place);
        }
    }
}
