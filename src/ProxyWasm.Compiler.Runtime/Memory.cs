using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Copying and clearing of memory, which WebAssembly has instructions for.</summary>
/// <remarks>
/// Engines carry these instructions out by leaving the compiled code, which costs as much as moving some hundred bytes;
/// most of what programs copy are a few characters.
/// </remarks>
internal static unsafe class Memory
{
    private const uint ShortBytes = 32;

    /// <summary>Copies; the regions may overlap.</summary>
    public static void Copy(byte* destination, byte* source, uint count)
    {
        // Everything is read before anything is written; what lies in the middle may be written twice.
        if (count > ShortBytes)
        {
            Unsafe.CopyBlockUnaligned(destination, source, count);
        }
        else if (count >= 16)
        {
            var (a, b) = (*(ulong*)source, *(ulong*)(source + 8));
            var (c, d) = (*(ulong*)(source + count - 16), *(ulong*)(source + count - 8));
            *(ulong*)destination = a;
            *(ulong*)(destination + 8) = b;
            *(ulong*)(destination + count - 16) = c;
            *(ulong*)(destination + count - 8) = d;
        }
        else if (count >= 8)
        {
            var (a, b) = (*(ulong*)source, *(ulong*)(source + count - 8));
            *(ulong*)destination = a;
            *(ulong*)(destination + count - 8) = b;
        }
        else if (count >= 4)
        {
            var (a, b) = (*(uint*)source, *(uint*)(source + count - 4));
            *(uint*)destination = a;
            *(uint*)(destination + count - 4) = b;
        }
        else if (count >= 2)
        {
            var (a, b) = (*(ushort*)source, *(ushort*)(source + count - 2));
            *(ushort*)destination = a;
            *(ushort*)(destination + count - 2) = b;
        }
        else if (count == 1)
        {
            *destination = *source;
        }
    }

    [Replaces("System.SpanHelpers", "Memmove")]
    public static void Move(ref byte destination, ref byte source, nuint count) =>
        Copy((byte*)Unsafe.AsPointer(ref destination), (byte*)Unsafe.AsPointer(ref source), (uint)count);

    [Replaces("System.Buffer", "Memmove")]
    public static void Move<T>(ref T destination, ref T source, nuint count) => Copy(
        (byte*)Unsafe.AsPointer(ref destination),
        (byte*)Unsafe.AsPointer(ref source),
        (uint)count * (uint)Unsafe.SizeOf<T>());

    [Replaces("System.SpanHelpers", "ClearWithoutReferences")]
    public static void Clear(ref byte start, nuint count) => Unsafe.InitBlockUnaligned(ref start, 0, (uint)count);

    [Replaces("System.SpanHelpers", "ClearWithReferences")]
    public static void ClearReferences(ref nint start, nuint count) =>
        Unsafe.InitBlockUnaligned(ref Unsafe.As<nint, byte>(ref start), 0, (uint)count * (uint)sizeof(nint));

    [Replaces("System.Runtime.InteropServices.NativeMemory", "Clear")]
    public static void Clear(void* start, nuint count) => Unsafe.InitBlockUnaligned(start, 0, (uint)count);
}
