namespace ProxyWasm.Compiler.Runtime;

/// <summary>Hash codes of objects as such. Objects move, so a table remembers what was given out.</summary>
internal static unsafe class Identity
{
    private const int InitialLength = 128;

    // Pairs of address and hash, open addressing. The addresses are numbers to the collector: they keep nothing alive.
    private static nint[]? s_table;
    private static int s_count;
    private static int s_given;

    /// <summary>The pairs stand at the front of the table because a collection has changed the addresses.</summary>
    private static bool s_isCompact;

    [Replaces("System.Runtime.CompilerServices.RuntimeHelpers", "GetHashCode")]
    [Replaces("System.Runtime.CompilerServices.RuntimeHelpers", "TryGetHashCode")]
    public static int HashOf(object? value)
    {
        if (value is null)
        {
            return 0;
        }

        if (s_table is null)
        {
            s_table = new nint[InitialLength];
        }
        else if (s_isCompact || s_count * 4 > s_table.Length)
        {
            s_table = Rehashed(s_table, s_count * 4 > s_table.Length ? s_table.Length * 2 : s_table.Length);
            s_isCompact = false;
        }

        var address = Machine.AddressOf(value);
        var index = Find(s_table, address);
        if (s_table[index] == 0)
        {
            s_table[index] = address;
            s_table[index + 1] = (nint)(((uint)++s_given * 2654435769u) & int.MaxValue);
            s_count++;
        }

        return (int)s_table[index + 1];
    }

    /// <summary>Keeps the entries of live objects under their new addresses; called before the objects move.</summary>
    public static void Update(nint heapStart, nint copyStart)
    {
        if (s_table is null)
        {
            return;
        }

        // The variable already holds the final address; until the move the table lies among the copies.
        var copy = Machine.AddressOf(s_table) - heapStart + copyStart;
        var length = ((int*)copy)[1];
        var entries = (nint*)(copy + 8);
        var kept = 0;
        for (var i = 0; i < length; i += 2)
        {
            var address = entries[i];
            var hash = entries[i + 1];
            entries[i] = 0;
            var moved = (nuint)address < (nuint)heapStart ? address : Collector.NewAddress(address);
            if (moved != 0)
            {
                entries[kept] = moved;
                entries[kept + 1] = hash;
                kept += 2;
            }
        }

        s_count = kept / 2;
        s_isCompact = true;
    }

    private static int Find(nint[] table, nint address)
    {
        var mask = (table.Length / 2) - 1;
        var index = (int)((uint)address >> 3) & mask;
        while (table[index * 2] != 0 && table[index * 2] != address)
        {
            index = (index + 1) & mask;
        }

        return index * 2;
    }

    private static nint[] Rehashed(nint[] table, int length)
    {
        var result = new nint[length];
        for (var i = 0; i < table.Length; i += 2)
        {
            if (table[i] != 0)
            {
                var index = Find(result, table[i]);
                result[index] = table[i];
                result[index + 1] = table[i + 1];
            }
        }

        return result;
    }
}
