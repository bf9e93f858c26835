namespace ProxyWasm.Compiler.Linking;

/// <summary>Joins pieces of data into segments and leaves out the zeros that memory has anyway.</summary>
internal static class DataSegments
{
    public static List<(int Address, byte[] Bytes)> Build(
        IReadOnlyList<(int Address, byte[] Bytes)> pieces, int maxGap)
    {
        var result = new List<(int, byte[])>();
        var current = new List<byte>();
        var start = 0;
        var zeros = 0;
        foreach (var (address, bytes) in pieces.OrderBy(p => p.Address))
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] == 0)
                {
                    continue;
                }

                zeros = address + i - (start + current.Count);
                if (current.Count > 0 && zeros <= maxGap)
                {
                    current.AddRange(new byte[zeros]);
                }
                else
                {
                    Flush();
                    start = address + i;
                }

                current.Add(bytes[i]);
            }
        }

        Flush();
        return result;

        void Flush()
        {
            if (current.Count > 0)
            {
                result.Add((start, [.. current]));
                current.Clear();
            }
        }
    }
}
