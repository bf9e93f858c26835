namespace Language.Async;

public static class Combinators
{
    private static async Task<int> After(Task gate, int v) { await gate; if (v < 0) throw new ArgumentException("negative " + v); return v; }

    public static void Run()
    {
        var gates = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource()).ToArray();
        var all = Task.WhenAll(gates.Select((g, i) => After(g.Task, i * 10)));
        var any = Task.WhenAny(gates.Select((g, i) => After(g.Task, i)));
        gates[2].SetResult();
        Out.Line(any.Result.Result);
        foreach (var g in gates) g.TrySetResult();
        Out.Line(string.Join(",", all.Result));
        var bad = Task.WhenAll(After(Task.CompletedTask, 1), After(Task.CompletedTask, -1), After(Task.CompletedTask, -2));
        Out.Line(bad.IsFaulted + " " + bad.Exception.InnerExceptions.Count + bad.Exception.InnerExceptions[1].Message);
        Out.Line(First(bad).Result);
        Out.Line(Task.WhenAll().IsCompleted + " " + Task.WhenAll(new Task<int>[0]).Result.Length);
        Out.Line(Task.FromResult(5).Result + Task.FromException<int>(new Exception("x")).Exception.InnerExceptions.Count + Task.FromCanceled(new CancellationToken(true)).Status.ToString());
        Out.Line(Each().Result);
    }

    private static async Task<string> First(Task t) { try { await t; return ""; } catch (Exception e) { return e.Message; } }

    private static async Task<string> Each()
    {
        var s = "";
        await foreach (var t in Task.WhenEach(Task.FromResult(1), Task.FromResult(2), Task.FromResult(3))) s += await t;
        return s.Length.ToString();
    }
}
