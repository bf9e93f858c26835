namespace ProxyWasm.Compiler.Runtime;

/// <summary>Takes memory from the end of the heap. Memory beyond it is always zero.</summary>
internal static unsafe class Allocator
{
    private const int Alignment = 8;
    private const int PageBytes = 65536;
    private const int GrowthPages = 16;

    private static nint s_end;

    /// <summary>A zeroed object.</summary>
    public static nint Allocate(nint record, nint size)
    {
        var address = Machine.HeapTop;
        var next = (address + size + Alignment - 1) & -Alignment;
        if ((nuint)next > (nuint)s_end)
        {
            Grow(next);
        }

        Machine.HeapTop = next;
        *(nint*)address = record;
        return address;
    }

    /// <summary>A zeroed array; the length is not negative.</summary>
    public static nint AllocateArray(nint record, int length, int elementSize)
    {
        var size = ((long)length * elementSize) + 8;
        if (size > Machine.MemoryLimit)
        {
            throw new OutOfMemoryException();
        }

        var address = Allocate(record, (nint)size);
        ((int*)address)[1] = length;
        return address;
    }

    /// <summary>An object of the same class and size, without its content.</summary>
    public static nint AllocateLike(object value)
    {
        var record = Machine.ClassOf(value);
        var size = SizeOf((int*)Machine.AddressOf(value));
        var address = Allocate((nint)record, size);
        if (record->ElementSize != 0)
        {
            ((int*)address)[1] = ((int*)Machine.AddressOf(value))[1];
        }

        return address;
    }

    /// <summary>Bytes that an object takes, before alignment.</summary>
    public static int SizeOf(int* instance)
    {
        var record = (ClassRecord*)instance[0];
        return record->ElementSize == 0 ? record->BaseSize : record->BaseSize + (instance[1] * record->ElementSize);
    }

    /// <summary>Makes memory up to an address usable, or ends the program.</summary>
    public static void Grow(nint end)
    {
        var needed = (int)(((nuint)end + PageBytes - 1) / PageBytes);
        var have = Machine.MemoryPages;
        if (needed > have)
        {
            var wanted = needed - have + GrowthPages;
            if (Machine.GrowMemory(wanted) < 0 && Machine.GrowMemory(needed - have) < 0)
            {
                Boundary.Fail("out of memory: the program holds more objects than the module's memory limit allows");
            }
        }

        s_end = (nint)Machine.MemoryPages * PageBytes;
    }
}
