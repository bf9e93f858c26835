using System.Runtime.InteropServices;
using ProxyWasm.Host.Engines;

namespace ProxyWasm.Testing.Native;

/// <summary>
/// Stands in for the linear memory of a guest: arguments and results of host functions lie here while a callback runs.
/// Addresses are offsets, the first ones are never given out, so that 0 is no address.
/// </summary>
internal sealed unsafe class ScratchMemory : IDisposable
{
    private const int FirstAddress = 16;
    private const int Outside = -1;

    private readonly byte* _base;
    private readonly int _size;
    private int _next = FirstAddress;

    /// <param name="size">Bytes; the system only provides those that are used.</param>
    public ScratchMemory(long size)
    {
        _size = (int)size;
        _base = (byte*)NativeMemory.Alloc((nuint)size);
        View = new GuestMemory((nint)_base, () => size);
    }

    /// <summary>What host functions see.</summary>
    public GuestMemory View { get; }

    /// <summary>Forgets everything; what was given out is no longer valid.</summary>
    public void Reset() => _next = FirstAddress;

    /// <summary>Reserves bytes; 0 when there is no room.</summary>
    public int Allocate(int size)
    {
        if (size <= 0 || size > _size - _next)
        {
            return 0;
        }

        var address = _next;

        // Slots of numbers must be aligned nowhere, but a debugger's view is easier to read when they are.
        _next += (int)Math.Min((size + 7L) & ~7L, _size - _next);
        return address;
    }

    /// <summary>
    /// Reserves bytes for the plugin's side; without room the address lies outside, so that the host function answers
    /// <see cref="Abi.Status.InvalidMemoryAccess"/>.
    /// </summary>
    public int Reserve(int size) => Allocate(size) is var address and not 0 ? address : Outside;

    /// <summary>Copies bytes in; none need no address.</summary>
    public int Put(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return 0;
        }

        var address = Reserve(bytes.Length);
        if (address != Outside)
        {
            bytes.CopyTo(new Span<byte>(_base + address, bytes.Length));
        }

        return address;
    }

    /// <summary>A number that a host function stored.</summary>
    public int ReadInt32(int slot) => MemoryMarshal.Read<int>(new ReadOnlySpan<byte>(_base + slot, sizeof(int)));

    /// <summary>A number that a host function stored.</summary>
    public ulong ReadUInt64(int slot) => MemoryMarshal.Read<ulong>(new ReadOnlySpan<byte>(_base + slot, sizeof(ulong)));

    /// <summary>The bytes whose address and size a host function stored; valid until <see cref="Reset"/>.</summary>
    public ReadOnlySpan<byte> ReadResult(int slots) =>
        new(_base + ReadInt32(slots), ReadInt32(slots + sizeof(int)));

    public void Dispose() => NativeMemory.Free(_base);
}
