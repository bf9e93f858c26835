using System.Threading.Tasks.Sources;

namespace Language.Async;

public static class ValueTasks
{
    private sealed class Source : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> _core;
        public ValueTask<int> Task => new(this, _core.Version);
        public void Set(int v) => _core.SetResult(v);
        public void Reset() => _core.Reset();
        public int GetResult(short t) => _core.GetResult(t);
        public ValueTaskSourceStatus GetStatus(short t) => _core.GetStatus(t);
        public void OnCompleted(Action<object> c, object s, short t, ValueTaskSourceOnCompletedFlags f) => _core.OnCompleted(c, s, t, f);
    }

    private static async ValueTask<int> Add(ValueTask<int> a, int b) => await a + b;
    private static async ValueTask Nothing() => await Task.CompletedTask;
    private static async ValueTask<int> Bad(Task t) { await t; throw new FormatException("bad"); }

    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> Pooled(Task t) { await t; return 77; }

    public static void Run()
    {
        Out.Line(Add(new ValueTask<int>(3), 4).Result + Add(new ValueTask<int>(Task.FromResult(5)), 1).Result);
        Out.Line(Nothing().IsCompletedSuccessfully + " " + ValueTask.CompletedTask.IsCompleted + ValueTask.FromResult(9).Result);
        var s = new Source();
        var x = Add(s.Task, 10);
        Out.Line(x.IsCompleted);
        s.Set(32);
        Out.Line(x.Result);
        s.Reset();
        var y = Add(s.Task, 1);
        s.Set(1);
        Out.Line(y.Result);
        Out.Line(Bad(Task.CompletedTask).IsFaulted + " " + Bad(Task.CompletedTask).AsTask().Exception.InnerException.Message);
        var g = new TaskCompletionSource();
        var p = Pooled(g.Task);
        g.SetResult();
        Out.Line(p.Result);
    }
}
