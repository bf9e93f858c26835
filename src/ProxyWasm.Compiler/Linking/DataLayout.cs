using System.Buffers.Binary;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Linking;

/// <summary>
/// Linear memory of the module: reserved page, shadow stack, class records, constant data, variables, heap.
/// </summary>
internal sealed class DataLayout
{
    /// <summary>Nothing lies here, so that small addresses are never valid objects.</summary>
    public const int ReservedBytes = 1024;

    private readonly Dictionary<Symbol, int> _addresses = [];
    private readonly List<(int Address, byte[] Bytes)> _pieces = [];
    private readonly Dictionary<DataKind, int> _sizes = [];
    private int _next;

    public DataLayout(int start) => _next = start;

    public int End => _next;

    public IReadOnlyList<(int Address, byte[] Bytes)> Pieces => _pieces;

    /// <summary>Bytes of data by what they are, without gaps between them.</summary>
    public IReadOnlyDictionary<DataKind, int> Sizes => _sizes;

    public bool TryAddress(Symbol symbol, out int address) => _addresses.TryGetValue(symbol, out address);

    public int AddressOf(Symbol symbol) => _addresses[symbol];

    public int Reserve(int size, int alignment)
    {
        _next = (_next + alignment - 1) / alignment * alignment;
        var address = _next;
        _next += size;
        return address;
    }

    public int Reserve(Symbol symbol, int size, int alignment)
    {
        var address = Reserve(size, alignment);
        _addresses[symbol] = address;
        return address;
    }

    public void Set(Symbol symbol, int address) => _addresses[symbol] = address;

    public void Fill(int address, byte[] bytes, DataKind kind)
    {
        _pieces.Add((address, bytes));
        _sizes[kind] = _sizes.GetValueOrDefault(kind) + bytes.Length;
    }

    public int Add(byte[] bytes, int alignment, DataKind kind)
    {
        var address = Reserve(bytes.Length, alignment);
        Fill(address, bytes, kind);
        return address;
    }

    public static void Write(byte[] bytes, int offset, int value) =>
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
}
