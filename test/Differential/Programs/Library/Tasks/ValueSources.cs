using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Library.Tasks;

public static class ValueSources
{
    private sealed class Signal : IValueTaskSource<string>, IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<string> _core = new() { RunContinuationsAsynchronously = true };
        public ValueTask<string> Next() { _core.Reset(); return new(this, _core.Version); }
        public short Version => _core.Version;
        public ValueTask Plain() => new(this, _core.Version);
        public void Ok(string s) => _core.SetResult(s);
        public void Fail(Exception e) => _core.SetException(e);
        string IValueTaskSource<string>.GetResult(short t) => _core.GetResult(t);
        void IValueTaskSource.GetResult(short t) => _core.GetResult(t);
        public ValueTaskSourceStatus GetStatus(short t) => _core.GetStatus(t);
        public void OnCompleted(Action<object> c, object s, short t, ValueTaskSourceOnCompletedFlags f) => _core.OnCompleted(c, s, t, f);
    }

    private sealed class Mine(string text) : INotifyCompletion
    {
        private static readonly Queue<Action> Waiting = new();
        public Mine GetAwaiter() => this;
        public bool IsCompleted => text.Length == 0;
        public string GetResult() => text.Length > 5 ? throw new InvalidOperationException(text) : text;
        public void OnCompleted(Action a) => Waiting.Enqueue(a);
        public static void Drain() { while (Waiting.TryDequeue(out var a)) a(); }
    }

    private static async Task<string> Twice(Signal s) => await s.Next() + await s.Next();
    private static async Task<string> Loop()
    {
        var r = "";
        foreach (var t in new[] { "a", "", "bb", "far too long", "c" })
        {
            try { r += await new Mine(t); }
            catch (InvalidOperationException e) when (e.Message.Length > 3) { r += "[" + await new Mine("x") + "]"; }
            finally { r += await new Mine("."); }
        }

        return r;
    }

    private static async void Fire(List<string> log) { log.Add("in"); await new Mine("v"); log.Add("out"); }

    private static async Task Go()
    {
        var s = new Signal();
        var t = Twice(s);
        s.Ok("one");
        while (s.Version == 1) await Task.Yield();
        s.Ok("two");
        Out.Line(await t);
        var f = s.Next();
        var plain = s.Plain();
        s.Fail(new FormatException("source"));
        try { await f; }
        catch (FormatException e) { Out.Line(e.Message + plain.IsFaulted); }

        var log = new List<string>();
        Fire(log);
        var loop = Loop();
        Mine.Drain();
        Out.Line(await loop + string.Join(",", log));
        var p = new ValueTask<int>(5).Preserve();
        Out.Line(await p + await p.AsTask() + await new ValueTask<int>(Task.FromResult(1)).ConfigureAwait(false));
        var c = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = c.Task.ContinueWith(x => x.Result * 2, TaskContinuationOptions.ExecuteSynchronously);
        Out.Line(c.TrySetResult(4) + " " + c.TrySetResult(5) + await seen);
        c = new();
        c.SetFromTask(Task.FromException<int>(new ArgumentException("from")));
        try { await c.Task.WaitAsync(CancellationToken.None); }
        catch (ArgumentException e) { Out.Line(e.Message); }

        try { await new TaskCompletionSource().Task.WaitAsync(new CancellationToken(true)); }
        catch (TaskCanceledException) { Out.Line("wait cancelled"); }

        using var gate = new SemaphoreSlim(1);
        await gate.WaitAsync();
        var second = gate.WaitAsync();
        Out.Line(second.IsCompleted + " " + gate.CurrentCount);
        gate.Release();
        await second;
        Out.Line(gate.Release());
        var progress = new List<int>();
        ((IProgress<int>)new Direct(progress)).Report(3);
        Out.Line(progress.Count);
    }

    private sealed class Direct(List<int> l) : IProgress<int> { public void Report(int v) => l.Add(v); }

    public static void Run() => Go().GetAwaiter().GetResult();
}
