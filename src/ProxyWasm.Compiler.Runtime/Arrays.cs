using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Arrays of types that are known only when the program runs.</summary>
internal static unsafe class Arrays
{
    /// <summary>Raises an exception unless the value may be an element of the array.</summary>
    public static void CheckStore(nint array, nint value)
    {
        if (value == 0)
        {
            return;
        }

        var element = (ClassRecord*)(*(ClassRecord**)array)->ElementOrInvoke;
        var record = *(ClassRecord**)value;
        if (record != element && !Casting.Fits(record, element) && element->Parent != null)
        {
            Throwing.ArrayTypeMismatch();
        }
    }

    /// <summary>A zeroed array with the given lengths.</summary>
    public static nint NewMultiDimensional(nint record, int rank, int* lengths)
    {
        var total = 1L;
        for (var i = 0; i < rank; i++)
        {
            if (lengths[i] < 0)
            {
                Throwing.Overflow();
            }

            total *= lengths[i];
            if (total > int.MaxValue)
            {
                throw new OutOfMemoryException();
            }
        }

        var shape = (ClassRecord*)record;
        var size = shape->BaseSize + (total * shape->ElementSize);
        if (size > Machine.MemoryLimit)
        {
            throw new OutOfMemoryException();
        }

        var address = Allocator.Allocate(record, (nint)size);
        ((int*)address)[1] = (int)total;
        for (var i = 0; i < rank; i++)
        {
            ((int*)address)[2 + i] = lengths[i];
        }

        return address;
    }

    [Replaces("System.Array", "get_Rank")]
    public static int Rank(Array array) => Machine.ClassOf(array)->Flags >> 8;

    [Replaces("System.Array", "GetLength")]
    public static int GetLength(Array array, int dimension)
    {
        var rank = Rank(array);
        if ((uint)dimension >= (uint)rank)
        {
            throw new IndexOutOfRangeException();
        }

        return rank == 1 ? array.Length : ((int*)Machine.AddressOf(array))[2 + dimension];
    }

    [Replaces("System.Array", "GetLowerBound")]
    public static int GetLowerBound(Array array, int dimension)
    {
        _ = GetLength(array, dimension);
        return 0;
    }

    [Replaces("System.Array", "GetUpperBound")]
    public static int GetUpperBound(Array array, int dimension) => GetLength(array, dimension) - 1;

    [Replaces("System.Array", "get_NativeLength")]
    public static nuint NativeLength(Array array) => (nuint)array.Length;

    [Replaces("System.Array", "get_LongLength")]
    public static long LongLength(Array array) => array.Length;

    [Replaces("System.Array", "GetElementSize")]
    public static int ElementSize(Array array) => Machine.ClassOf(array)->ElementSize;

    [Replaces("System.Array", "Clone")]
    public static object Clone(Array array) => Objects.MemberwiseClone(array);

    [Replaces("System.Array", "Clear")]
    public static void Clear(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        var record = Machine.ClassOf(array);
        Unsafe.InitBlockUnaligned(DataOf(array), 0, (uint)(array.Length * record->ElementSize));
    }

    [Replaces("System.Array", "Clear")]
    public static void Clear(Array array, int index, int length)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (index < 0 || length < 0 || (uint)(index + length) > (uint)array.Length)
        {
            throw new IndexOutOfRangeException();
        }

        var size = Machine.ClassOf(array)->ElementSize;
        Unsafe.InitBlockUnaligned((byte*)DataOf(array) + (index * size), 0, (uint)(length * size));
    }

    [Replaces("System.Array", "Copy")]
    public static void Copy(Array source, Array destination, int length) => Copy(source, 0, destination, 0, length);

    [Replaces("System.Array", "Copy")]
    public static void Copy(Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(sourceIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(destinationIndex);
        if ((uint)(sourceIndex + length) > (uint)source.Length)
        {
            throw new ArgumentException(
                "Source array was not long enough. Check the source index, length, and the array's lower bounds.",
                nameof(source));
        }

        if ((uint)(destinationIndex + length) > (uint)destination.Length)
        {
            throw new ArgumentException(
                "Destination array was not long enough. Check the destination index, length, and the array's "
                    + "lower bounds.",
                nameof(destination));
        }

        CopyElements(source, sourceIndex, destination, destinationIndex, length);
    }

    private static void CopyElements(Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        var from = Machine.ClassOf(source);
        var to = Machine.ClassOf(destination);
        var size = from->ElementSize;
        var fromElement = (ClassRecord*)from->ElementOrInvoke;
        var toElement = (ClassRecord*)to->ElementOrInvoke;
        var start = (byte*)DataOf(source) + (sourceIndex * size);
        if (from == to
            || IsSameBits(fromElement, toElement)
            || (IsReference(from) && IsReference(to) && Casting.Fits(fromElement, toElement)))
        {
            Unsafe.CopyBlockUnaligned(
                (byte*)DataOf(destination) + (destinationIndex * size), start, (uint)(length * size));
        }
        else if (IsReference(from) && IsReference(to))
        {
            CopyChecked((nint*)start, destination, destinationIndex, length);
        }
        else
        {
            throw new ArrayTypeMismatchException("Source array type cannot be assigned to destination array type.");
        }
    }

    private static bool IsSameBits(ClassRecord* a, ClassRecord* b) =>
        (a->Flags & 0xFF) != 0 && (a->Flags & 0xFF) == (b->Flags & 0xFF);

    private static bool IsReference(ClassRecord* array) => array->PointerMap != null && array->PointerMap[0] == 1
        && array->PointerMap[1] == 0 && array->ElementSize == sizeof(nint);

    private static void CopyChecked(nint* source, Array destination, int index, int length)
    {
        var target = Machine.AddressOf(destination);
        for (var i = 0; i < length; i++)
        {
            if (source[i] != 0)
            {
                var element = (ClassRecord*)(*(ClassRecord**)target)->ElementOrInvoke;
                if (!Casting.Fits(*(ClassRecord**)source[i], element))
                {
                    throw new InvalidCastException(
                        "At least one element in the source array could not be cast down to the destination "
                            + "array type.");
                }
            }

            ((nint*)DataOf(destination))[index + i] = source[i];
        }
    }

    [Replaces("System.Runtime.InteropServices.MemoryMarshal", "GetArrayDataReference")]
    public static ref byte DataReference(Array array) => ref *(byte*)DataOf(array);

    [Replaces("System.Buffer", "BlockCopy")]
    public static void BlockCopy(Array source, int sourceOffset, Array destination, int destinationOffset, int count)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentOutOfRangeException.ThrowIfNegative(sourceOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(destinationOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if ((uint)(sourceOffset + count) > (uint)ByteLength(source)
            || (uint)(destinationOffset + count) > (uint)ByteLength(destination))
        {
            throw new ArgumentException(
                "Offset and length were out of bounds for the array or count is greater than the number of elements "
                    + "from index to the end of the source collection.");
        }

        Unsafe.CopyBlockUnaligned(
            (byte*)DataOf(destination) + destinationOffset, (byte*)DataOf(source) + sourceOffset, (uint)count);
    }

    [Replaces("System.Buffer", "ByteLength")]
    public static int ByteLength(Array array) => array.Length * Machine.ClassOf(array)->ElementSize;

    [Replaces("System.Array", "InternalGetValue")]
    public static object? GetValue(Array array, nint index)
    {
        var record = Machine.ClassOf(array);
        var element = (byte*)DataOf(array) + (index * record->ElementSize);
        return IsReference(record)
            ? Machine.ObjectAt(*(nint*)element) : Objects.Box((ClassRecord*)record->ElementOrInvoke, element);
    }

    [Replaces("System.Array", "InternalSetValue")]
    public static void SetValue(Array array, object? value, nint index)
    {
        var record = Machine.ClassOf(array);
        var element = (byte*)DataOf(array) + (index * record->ElementSize);
        if (IsReference(record))
        {
            CheckStore(Machine.AddressOf(array), Machine.AddressOf(value));
            *(nint*)element = Machine.AddressOf(value);
            return;
        }

        if (value is not null && Machine.ClassOf(value) != (ClassRecord*)record->ElementOrInvoke)
        {
            throw new InvalidCastException("Object cannot be stored in an array of this type.");
        }

        if (value is null)
        {
            Unsafe.InitBlockUnaligned(element, 0, (uint)record->ElementSize);
        }
        else
        {
            Unsafe.CopyBlockUnaligned(element, (byte*)Machine.AddressOf(value) + 4, (uint)record->ElementSize);
        }
    }

    [Replaces("System.GC", "AllocateUninitializedArray")]
    [Replaces("System.GC", "AllocateArray")]
    public static T[] Allocate<T>(int length, bool pinned) => new T[length];

    private static void* DataOf(Array array) => (byte*)Machine.AddressOf(array) + Machine.ClassOf(array)->BaseSize;
}
