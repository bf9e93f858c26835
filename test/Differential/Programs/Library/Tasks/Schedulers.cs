namespace Library.Tasks;

public static class Schedulers
{
    public static void Run()
    {
        var order = new List<string>();
        var t = Task.Run(() => { order.Add("task"); return 5; });
        var u = Task.Factory.StartNew(() => order.Add("factory"));
        Out.Line(t.Result + " " + t.IsCompletedSuccessfully);
        u.Wait();
        Task.WaitAll(t, u);
        Out.Line(order.Count + " " + Task.WaitAny(t, u));
        ThreadPool.QueueUserWorkItem(_ => order.Add("pool"));
        Out.Line(Yielding().Result);
        var f = Task.Run(() => { if (order.Count > 0) throw new InvalidOperationException("in task"); });
        Out.Try("wait", () => f.Wait());
        Out.Line(f.Status + " " + f.Exception.InnerExceptions.Count + Task.Run(async () => { await Task.Yield(); return 9; }).GetAwaiter().GetResult());
        var c = new CancellationTokenSource();
        c.Cancel();
        Out.Line(Task.Run(() => 1, c.Token).Status);
        var s = new SemaphoreSlim(1);
        Out.Line(s.Wait(0) + " " + s.Wait(0) + s.CurrentCount + s.Release() + Guarded(s).Result);
        var p = Enumerable.Range(0, 5).Select(i => Task.Run(() => i * i)).ToArray();
        Out.Line(Task.WhenAll(p).Result.Sum());
    }

    private static async Task<string> Yielding() { await Task.Yield(); return "yielded"; }
    private static async Task<string> Guarded(SemaphoreSlim s) { await s.WaitAsync(); try { return "guarded" + s.CurrentCount; } finally { s.Release(); } }
}
