using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Literals of the program, of which the module carries one byte for each UTF-16 unit.</summary>
internal static unsafe class Texts
{
    /// <summary>
    /// Makes string objects of the packed texts when the module starts. They lie where the heap will be, which has to
    /// be zero.
    /// </summary>
    public static void Unpack()
    {
        var source = (byte*)Machine.HeapStart;
        var end = (byte*)Machine.PackedEnd;
        var target = Machine.TextStart;
        while (source < end)
        {
            int length = *source++;
            if (length >= 0x80)
            {
                length = ((length & 0x7F) << 8) | *source++;
            }

            *(nint*)target = (nint)Machine.ClassRecord<string>();
            ((int*)target)[1] = length;
            target += 8;
            for (; length > 0; length--)
            {
                *(ushort*)target = *source++;
                target += sizeof(char);
            }

            // A string ends with a zero, and objects begin at multiples of eight.
            target = (target + sizeof(char) + 7) & ~(nint)7;
        }

        Unsafe.InitBlock((void*)Machine.HeapStart, 0, (uint)(Machine.PackedEnd - Machine.HeapStart));
    }
}
