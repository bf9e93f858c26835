namespace Language.Async;

public static class Disposal
{
    private sealed class Thing(string n, bool fail = false) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            Out.Line("disposed " + n);
            if (fail) throw new InvalidOperationException("dispose " + n);
        }
    }

    private struct Patterned { public ValueTask DisposeAsync() { Out.Line("pattern"); return default; } }

    private static async IAsyncEnumerable<int> Numbers(int n, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken t = default)
    {
        await using var thing = new Thing("numbers");
        for (var i = 0; i < n; i++)
        {
            t.ThrowIfCancellationRequested();
            await Task.Yield();
            try { yield return i; }
            finally { await Task.Yield(); Out.Line("after " + i); }
        }
    }

    private static async Task<string> Body(int mode)
    {
        await using (new Thing("a"))
        {
            await using var b = new Thing("b", mode == 1);
            await using var p = new Patterned();
            if (mode == 2) throw new ArgumentException("body");
            if (mode == 3) return "early";
        }

        return "end";
    }

    private static async Task Go()
    {
        for (var m = 0; m < 4; m++)
        {
            try { Out.Line(await Body(m)); }
            catch (Exception e) { Out.Line(e.Message); }
        }

        await foreach (var x in Numbers(5)) { Out.Line(x); if (x == 2) break; }
        using var source = new CancellationTokenSource();
        try
        {
            await foreach (var x in Numbers(5).WithCancellation(source.Token).ConfigureAwait(false)) { Out.Line(x); if (x == 1) source.Cancel(); }
        }
        catch (OperationCanceledException e) { Out.Line("cancelled " + (e.CancellationToken == source.Token)); }

        await using var list = Numbers(2).GetAsyncEnumerator();
        while (await list.MoveNextAsync()) Out.Line(list.Current);
    }

    public static void Run() => Go().GetAwaiter().GetResult();
}
