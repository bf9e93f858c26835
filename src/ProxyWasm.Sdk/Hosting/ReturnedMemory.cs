using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProxyWasm.Sdk.Hosting;

/// <summary>
/// Memory that the host asks for to return values in. It is one array that is used anew in each callback: nothing moves
/// while a callback runs, and what came in earlier callbacks is gone.
/// </summary>
internal static unsafe class ReturnedMemory
{
    private const int ChunkBytes = 4096;
    private const int MostKept = 64 * 1024;
    private const int Alignment = 8;

    private static byte[]? s_chunk;
    private static int s_used;

    /// <summary>An address, or zero when the host asks for a negative size.</summary>
    public static nint Allocate(int size)
    {
        if (size < 0)
        {
            return 0;
        }

        if (s_chunk is null || size > s_chunk.Length - s_used)
        {
            // The array before stays where it is: nothing is collected before the callback ends.
            s_chunk = new byte[size > ChunkBytes ? size : ChunkBytes];
            s_used = 0;
        }

        ref var start = ref MemoryMarshal.GetArrayDataReference(s_chunk);
        var address = (nint)Unsafe.AsPointer(ref Unsafe.Add(ref start, s_used));
        var next = (size + Alignment - 1) & -Alignment;
        s_used = next > s_chunk.Length - s_used ? s_chunk.Length : s_used + next;
        return address;
    }

    public static void Reset()
    {
        s_used = 0;
        if (s_chunk is { Length: > MostKept })
        {
            s_chunk = null;
        }
    }
}
