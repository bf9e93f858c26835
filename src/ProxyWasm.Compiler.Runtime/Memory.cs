using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Copying and clearing of memory, which WebAssembly has instructions for.</summary>
internal static unsafe class Memory
{
    [Replaces("System.SpanHelpers", "Memmove")]
    public static void Move(ref byte destination, ref byte source, nuint count) =>
        Unsafe.CopyBlockUnaligned(ref destination, ref source, (uint)count);

    [Replaces("System.Buffer", "Memmove")]
    public static void Move<T>(ref T destination, ref T source, nuint count) => Unsafe.CopyBlockUnaligned(
        ref Unsafe.As<T, byte>(ref destination),
        ref Unsafe.As<T, byte>(ref source),
        (uint)count * (uint)Unsafe.SizeOf<T>());

    [Replaces("System.SpanHelpers", "ClearWithoutReferences")]
    public static void Clear(ref byte start, nuint count) => Unsafe.InitBlockUnaligned(ref start, 0, (uint)count);

    [Replaces("System.SpanHelpers", "ClearWithReferences")]
    public static void ClearReferences(ref nint start, nuint count) =>
        Unsafe.InitBlockUnaligned(ref Unsafe.As<nint, byte>(ref start), 0, (uint)count * (uint)sizeof(nint));

    [Replaces("System.Runtime.InteropServices.NativeMemory", "Clear")]
    public static void Clear(void* start, nuint count) => Unsafe.InitBlockUnaligned(start, 0, (uint)count);
}
