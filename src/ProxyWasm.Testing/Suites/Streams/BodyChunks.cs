namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>Cuts bodies as the case says.</summary>
internal static class BodyChunks
{
    public static IReadOnlyList<ReadOnlyMemory<byte>> Of(byte[] body, SuiteCase @case)
    {
        if (@case.ChunkCount == 0 && @case.ChunkBytes == 0)
        {
            return [body];
        }

        var size = @case.ChunkBytes > 0 ? @case.ChunkBytes : body.Length / @case.ChunkCount;
        var count = @case.ChunkBytes > 0 ? Math.Max(1, ((body.Length - 1) / size) + 1) : @case.ChunkCount;
        var chunks = new List<ReadOnlyMemory<byte>>(count);
        for (var i = 0; i < count; i++)
        {
            var start = i * size;
            chunks.Add(i == count - 1 ? body.AsMemory(start) : body.AsMemory(start, size));
        }

        return chunks;
    }
}
