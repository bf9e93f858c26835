using System.Runtime.InteropServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Handles of objects, and with them weak references.</summary>
/// <remarks>
/// A handle is one more than an index, times eight: the base library keeps flags in its lowest bits. Weak handles are
/// numbers to the collector, which sets them to the objects' new addresses, or to zero when they are gone. Nothing
/// moves during a call, so pinned handles are like ordinary ones.
/// </remarks>
internal static unsafe class Handles
{
    private const int InitialLength = 16;

    private static object?[]? s_strong;
    private static nint[]? s_weak;
    private static bool[]? s_isWeak;
    private static int s_used;
    private static Stack<int>? s_free;

    [Replaces("System.Runtime.InteropServices.GCHandle", "InternalAlloc")]
    public static nint Allocate(object? value, GCHandleType type)
    {
        if (s_strong is null || s_weak is null || s_isWeak is null)
        {
            s_strong = new object?[InitialLength];
            s_weak = new nint[InitialLength];
            s_isWeak = new bool[InitialLength];
            s_free = new Stack<int>();
        }

        if (!s_free!.TryPop(out var index))
        {
            index = s_used++;
            if (index == s_strong.Length)
            {
                Array.Resize(ref s_strong, index * 2);
                Array.Resize(ref s_weak, index * 2);
                Array.Resize(ref s_isWeak, index * 2);
            }
        }

        s_isWeak[index] = type is GCHandleType.Weak or GCHandleType.WeakTrackResurrection;
        Set(HandleOf(index), value);
        return HandleOf(index);
    }

    [Replaces("System.Runtime.InteropServices.GCHandle", "InternalFree")]
    public static void Free(nint handle)
    {
        Set(handle, null);
        s_free!.Push(IndexOf(handle));
    }

    [Replaces("System.Runtime.InteropServices.GCHandle", "InternalGet")]
    public static object? Get(nint handle)
    {
        var index = IndexOf(handle);
        return s_isWeak![index] ? Machine.ObjectAt(s_weak![index]) : s_strong![index];
    }

    [Replaces("System.Runtime.InteropServices.GCHandle", "InternalSet")]
    public static void Set(nint handle, object? value)
    {
        var index = IndexOf(handle);
        if (s_isWeak![index])
        {
            s_weak![index] = Machine.AddressOf(value);
        }
        else
        {
            s_strong![index] = value;
        }
    }

    private static nint HandleOf(int index) => (index + 1) * 8;

    private static int IndexOf(nint handle) => ((int)handle / 8) - 1;

    /// <summary>Lets go of objects that are gone; called before the others move.</summary>
    public static void Update(nint heapStart, nint copyStart)
    {
        if (s_weak is null)
        {
            return;
        }

        // The variable already holds the final address; until the move the array lies among the copies.
        var copy = Machine.AddressOf(s_weak) - heapStart + copyStart;
        var entries = (nint*)(copy + 8);
        for (var i = ((int*)copy)[1] - 1; i >= 0; i--)
        {
            if ((nuint)entries[i] >= (nuint)heapStart)
            {
                entries[i] = Collector.NewAddress(entries[i]);
            }
        }
    }
}
