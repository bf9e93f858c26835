namespace Language.Async;

public static class WhenEach
{
    private static async Task<int> After(Task gate, int v) { await gate.ConfigureAwait(false); if (v < 0) throw new FormatException("v" + v); return v; }

    private static async Task Go()
    {
        TaskCompletionSource a = new(), b = new(), c = new();
        Task<int>[] tasks = [After(a.Task, 1), After(b.Task, 2), After(c.Task, -3)];
        var any = Task.WhenAny(tasks);
        var all = Task.WhenAll(tasks);
        b.SetResult();
        Out.Line(await await any);
        c.SetResult();
        a.SetResult();
        try { await all; }
        catch (FormatException e) { Out.Line(e.Message + all.Status + all.Exception.InnerExceptions.Count); }

        await foreach (var t in Task.WhenEach(tasks)) Out.Line(t.Status.ToString() + (t.IsCompletedSuccessfully ? t.Result : 0));
        Out.Line(string.Join(",", await Task.WhenAll(Task.FromResult(4), After(Task.CompletedTask, 5))));
        await ((Task)tasks[2]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Out.Line("suppressed");
        await Task.WhenAll(new List<Task>());
        var nested = Task.FromResult(Task.FromResult(8)).Unwrap();
        Out.Line(await nested);
        var continued = tasks[0].ContinueWith((t, s) => t.Result + (string)s, "x").ContinueWith(t => t.Result + "y");
        Out.Line(await continued);
        var faulted = tasks[2].ContinueWith(t => t.Exception.InnerException.Message, TaskContinuationOptions.OnlyOnFaulted);
        Out.Line(await faulted);
        var skipped = tasks[0].ContinueWith(t => 1, TaskContinuationOptions.OnlyOnFaulted);
        try { await skipped; }
        catch (TaskCanceledException) { Out.Line("skipped " + skipped.IsCanceled); }

        try { await Task.FromCanceled<int>(new CancellationToken(true)); }
        catch (OperationCanceledException e) { Out.Line(e.GetType().Name); }

        Out.Line(await Task.Run(() => 6) + await Task.Factory.StartNew(s => (int)s, 7));
        var cold = new Task<int>(() => 11);
        Out.Line(cold.Status);
        cold.RunSynchronously();
        Out.Line(cold.Result + cold.Status.ToString());
    }

    public static void Run() => Go().GetAwaiter().GetResult();
}
