namespace Language.Async;

public static class Exceptions
{
    private static async Task Throw(Task gate, string m) { await gate; throw new InvalidOperationException(m); }

    private static async Task<string> Handle(Task gate)
    {
        var s = "";
        try { await Throw(gate, "one"); }
        catch (InvalidOperationException e) when (e.Message == "one") { s += e.Message; await gate; s += "+"; }
        finally { s += "f"; await gate; s += "F"; }
        try { try { await Throw(gate, "two"); } finally { await gate; s += "inner"; } }
        catch (Exception e) { s += e.Message; }
        return s;
    }

    private static async Task<int> Rethrows(Task gate) { try { await Throw(gate, "three"); return 1; } catch { await gate; throw; } }
    private static async Task Early(bool b) { if (b) throw new ArgumentException("early"); await Task.CompletedTask; }
    private static async void FireAndForget(TaskCompletionSource done) { await done.Task; Out.Line("async void"); }

    public static void Run()
    {
        Out.Line(Handle(Task.CompletedTask).Result);
        var g = new TaskCompletionSource();
        var h = Handle(g.Task);
        var r = Rethrows(g.Task);
        var done = new TaskCompletionSource();
        FireAndForget(done);
        done.SetResult();
        Out.Line(h.IsCompleted);
        g.SetResult();
        try { r.Wait(); } catch (AggregateException) { }
        Out.Line(h.Result + r.Exception.InnerException.Message);
        var e = Early(true);
        Out.Line(e.IsFaulted + e.Exception.InnerException.Message + e.Exception.Message);
        Out.Try("awaiter", () => e.GetAwaiter().GetResult());
        Out.Try("result", () => Out.Line(Rethrows(Task.CompletedTask).Result));
    }
}
