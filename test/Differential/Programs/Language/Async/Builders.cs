using System.Runtime.CompilerServices;

namespace Language.Async;

public static class Builders
{
    [AsyncMethodBuilder(typeof(Builder<>))] private sealed class Maybe<T> { public bool Has; public T Value; public Awaiter GetAwaiter() => new(this); public readonly struct Awaiter(Maybe<T> m) : INotifyCompletion { public bool IsCompleted => m.Has; public T GetResult() => m.Value; public void OnCompleted(Action c) => Out.Line("stopped"); } }

    private struct Builder<T>
    {
        private Maybe<T> _m;
        public static Builder<T> Create() => new() { _m = new() };
        public Maybe<T> Task => _m;
        public void Start<S>(ref S s) where S : IAsyncStateMachine => s.MoveNext();
        public void SetStateMachine(IAsyncStateMachine s) { }
        public void SetResult(T v) { _m.Has = true; _m.Value = v; }
        public void SetException(Exception e) => throw e;
        public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine => a.OnCompleted(null);
        public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine { }
    }

    private static Maybe<int> Parse(string s) => int.TryParse(s, out var n) ? new() { Has = true, Value = n } : new();
    private static async Maybe<int> Sum(string a, string b) => await Parse(a) + await Parse(b);

    public static void Run()
    {
        Out.Line(Sum("1", "2").Value + " " + Sum("1", "x").Has + Sum("40", "2").Has);
    }
}
