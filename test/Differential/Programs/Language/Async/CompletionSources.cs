namespace Language.Async;

public static class CompletionSources
{
    private static async Task<string> Join(Task<int> a, Task<string> b) { Out.Line("joining"); var x = await a; Out.Line("have a"); return x + await b; }

    public static void Run()
    {
        var a = new TaskCompletionSource<int>();
        var b = new TaskCompletionSource<string>();
        var j = Join(a.Task, b.Task);
        Out.Line(j.Status);
        b.SetResult("b");
        Out.Line(j.IsCompleted);
        a.SetResult(1);
        Out.Line(j.Status + j.Result);
        Out.Line(a.TrySetResult(2));
        Out.Try("twice", () => a.SetResult(3));
        var f = new TaskCompletionSource();
        f.SetException(new InvalidOperationException("set"));
        Out.Line(f.Task.IsFaulted + f.Task.Exception.InnerException.Message);
        var c = new TaskCompletionSource<int>();
        c.SetCanceled();
        Out.Line(c.Task.Status + " " + c.Task.IsCanceled);
        Out.Line(Awaits(f.Task).Result + Awaits(c.Task).Result);
    }

    private static async Task<string> Awaits(Task t) { try { await t; return "ok"; } catch (Exception e) { return e.GetType().Name + t.IsCompleted; } }
}
