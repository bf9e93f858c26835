namespace Language.Async;

public static class Continuations
{
    public static void Run()
    {
        var s = new TaskCompletionSource<int>();
        var t = s.Task.ContinueWith(x => x.Result * 2, TaskContinuationOptions.ExecuteSynchronously);
        var u = t.ContinueWith(x => "u" + x.Result, TaskContinuationOptions.ExecuteSynchronously);
        var never = s.Task.ContinueWith(x => "never", CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        s.SetResult(21);
        Out.Line(t.Result + u.Result + never.Status);
        var wrapped = new TaskCompletionSource<Task<int>>();
        var un = wrapped.Task.Unwrap();
        Out.Line(un.IsCompleted);
        wrapped.SetResult(Task.FromResult(5));
        Out.Line(un.Result);
        var l = new Lazy<Task<int>>(async () => { Out.Line("once"); return await Task.FromResult(3); });
        Out.Line(l.Value.Result + l.Value.Result);
        Out.Line(Task.CompletedTask.Id > 0);
        Out.Line(Configured(Task.FromResult(8)).Result);
    }

    private static async Task<int> Configured(Task<int> t) => await t.ConfigureAwait(false) + await t.ConfigureAwait(ConfigureAwaitOptions.None);
}
