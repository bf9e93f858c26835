using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Members of <see cref="object"/> that runtimes implement.</summary>
internal static unsafe class Objects
{
    [Replaces("System.Object", "MemberwiseClone")]
    public static object MemberwiseClone(object value)
    {
        var size = Allocator.SizeOf((int*)Machine.AddressOf(value));
        var copy = Allocator.AllocateLike(value);
        Unsafe.CopyBlockUnaligned((void*)copy, (void*)Machine.AddressOf(value), (uint)size);
        return Machine.ObjectAt(copy)!;
    }

    /// <summary>A boxed copy of a value whose class is known only now.</summary>
    public static object Box(ClassRecord* record, byte* value)
    {
        var address = Allocator.Allocate((nint)record, record->BaseSize);
        Unsafe.CopyBlockUnaligned((byte*)address + 4, value, (uint)record->BaseSize - 4);
        return Machine.ObjectAt(address)!;
    }
}
