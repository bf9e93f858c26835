namespace Library.Linq;

public static class AsyncEnumerables
{
    private static async IAsyncEnumerable<int> Numbers(int n) { for (var i = 0; i < n; i++) { await Task.CompletedTask; yield return i; } }

    private static async Task<string> All()
    {
        var list = await Numbers(6).Where(x => x % 2 == 0).Select(x => x * x).ToListAsync();
        var sum = await Numbers(5).SumAsync();
        var first = await Numbers(9).FirstAsync(x => x > 3);
        var any = await Numbers(0).AnyAsync();
        var s = "";
        await foreach (var c in Numbers(7).Chunk(3)) s += c.Length;
        return string.Join(",", list) + "|" + sum + first + any + s + await Numbers(3).CountAsync() + await Numbers(4).AggregateAsync(1, (a, b) => a + b);
    }

    public static void Run() => Out.Line(All().Result);
}
