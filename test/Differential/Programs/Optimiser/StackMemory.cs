namespace Optimiser;

/// <summary>Memory on the stack is zero, however often and wherever it is taken.</summary>
public static unsafe class StackMemory
{
    public static void Run()
    {
        for (var size = 0; size < 70; size += 7)
        {
            Dirty();
            Out.Line($"{Sum(size)} {Fixed()} {Loop(3)}");
        }
    }

    private static int Sum(int size)
    {
        Span<byte> bytes = stackalloc byte[size];
        var sum = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            sum += bytes[i];
            bytes[i] = 0x77;
        }

        return sum;
    }

    private static long Fixed()
    {
        var small = stackalloc long[2];
        var large = stackalloc int[40];
        long sum = small[0] | small[1];
        for (var i = 0; i < 40; i++)
        {
            sum |= (uint)large[i];
            large[i] = -1;
        }

        small[1] = -1;
        return sum;
    }

    private static int Loop(int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            Take(ref sum);
        }

        return sum;
    }

    private static void Take(ref int sum)
    {
        var cells = stackalloc int[5];
        sum += cells[0] + cells[4];
        cells[0] = 9;
        cells[4] = 9;
    }

    private static void Dirty()
    {
        var all = stackalloc ulong[200];
        for (var i = 0; i < 200; i++)
        {
            all[i] = ulong.MaxValue;
        }
    }
}
