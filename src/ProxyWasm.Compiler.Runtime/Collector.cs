namespace ProxyWasm.Compiler.Runtime;

/// <summary>Reclaims memory while no compiled code is running.</summary>
/// <remarks>
/// A copying collection in one space: live objects are copied behind the heap, every reference is set to where the
/// object will finally be, then the whole block moves to the front. Because it runs only when the guest's stack is
/// empty, the roots are the static variables and the objects made at build time, and nothing has to be pinned.
/// </remarks>
internal static unsafe class Collector
{
    private const int Alignment = 8;
    private const nint MinimumBetween = 1024 * 1024;

    private static nint s_liveEnd;
    private static nint s_threshold;
    private static nint s_copyEnd;
    private static nint s_finalEnd;

    /// <summary>Collects if enough has been allocated since the last time.</summary>
    public static void CollectIfWorthwhile()
    {
        if (s_threshold == 0)
        {
            s_liveEnd = Machine.HeapStart;
            s_threshold = MinimumBetween;
        }

        if (Machine.CollectAlways != 0 || Machine.HeapTop - s_liveEnd > s_threshold)
        {
            Collect();
        }
    }

    public static void Collect()
    {
        var start = Machine.HeapStart;
        var top = Machine.HeapTop;
        // In the worst case everything is live, so there must be room for a second copy.
        Allocator.Grow(top + (top - start) + Alignment);
        s_copyEnd = top;
        s_finalEnd = start;
        var roots = (nint*)Machine.RootTable;
        for (var i = 0; i < Machine.RootCount; i++)
        {
            Forward((int*)roots[i]);
        }

        for (var position = Machine.MadeStart; position < Machine.MadeEnd;)
        {
            position = Scan(position);
        }

        for (var position = top; position < s_copyEnd;)
        {
            position = Scan(position);
        }

        var live = (uint)(s_copyEnd - top);
        Finish(start, top, live);
    }

    private static void Finish(nint start, nint top, uint live)
    {
        Identity.Update(start, top);
        Handles.Update(start, top);
        System.Runtime.CompilerServices.Unsafe.CopyBlockUnaligned((void*)start, (void*)top, live);
        System.Runtime.CompilerServices.Unsafe.InitBlockUnaligned(
            (void*)(start + (nint)live), 0, (uint)(s_copyEnd - start) - live);
        Machine.HeapTop = start + (nint)live;
        s_liveEnd = Machine.HeapTop;
        s_threshold = live > MinimumBetween ? (nint)live : MinimumBetween;
    }

    /// <summary>Where an object will be after the collection; zero when it is not live.</summary>
    public static nint NewAddress(nint address)
    {
        var header = *(int*)address;
        return (header & 1) != 0 ? header & ~1 : 0;
    }

    /// <summary>Forwards what an object refers to; gives the position of the next one.</summary>
    private static nint Scan(nint position)
    {
        var instance = (int*)position;
        var record = (ClassRecord*)instance[0];
        if (record->PointerMap != null)
        {
            ScanObject(instance, record);
        }

        return position + Aligned(Allocator.SizeOf(instance));
    }

    private static void ScanObject(int* instance, ClassRecord* record)
    {
        var map = record->PointerMap;
        var count = map[0];
        if (record->ElementSize == 0)
        {
            for (var i = 1; i <= count; i++)
            {
                Forward((int*)((byte*)instance + map[i]));
            }

            return;
        }

        var element = (byte*)instance + record->BaseSize;
        for (var remaining = instance[1]; remaining > 0; remaining--)
        {
            for (var i = 1; i <= count; i++)
            {
                Forward((int*)(element + map[i]));
            }

            element += record->ElementSize;
        }
    }

    /// <summary>Copies what a slot refers to, once, and sets the slot to the final address.</summary>
    private static void Forward(int* slot)
    {
        var address = *slot;
        if ((uint)address < (uint)Machine.HeapStart)
        {
            return;
        }

        var instance = (int*)address;
        if ((instance[0] & 1) == 0)
        {
            var size = Aligned(Allocator.SizeOf(instance));
            System.Runtime.CompilerServices.Unsafe.CopyBlockUnaligned((void*)s_copyEnd, instance, (uint)size);
            instance[0] = (int)s_finalEnd | 1;
            s_copyEnd += size;
            s_finalEnd += size;
        }

        *slot = instance[0] & ~1;
    }

    private static int Aligned(int size) => (size + Alignment - 1) & -Alignment;
}
