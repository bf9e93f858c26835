namespace Library.Values;

public static class Observables
{
    private sealed class Source : IObservable<int>
    {
        private readonly List<IObserver<int>> _all = [];
        public IDisposable Subscribe(IObserver<int> o) { _all.Add(o); return new Un(() => _all.Remove(o)); }
        public void Push(int n) { foreach (var o in _all.ToArray()) { if (n < 0) o.OnError(new Exception("neg")); else o.OnNext(n); } }
        private sealed class Un(Action a) : IDisposable { public void Dispose() => a(); }
    }

    private sealed class Print(string n) : IObserver<int> { public void OnNext(int v) => Out.Line(n + v); public void OnError(Exception e) => Out.Line(n + e.Message); public void OnCompleted() { } }

    public static void Run()
    {
        var s = new Source();
        var a = s.Subscribe(new Print("a"));
        using (s.Subscribe(new Print("b"))) s.Push(1);
        s.Push(-1);
        a.Dispose();
        s.Push(2);
        var p = new Progress<int>();
        Out.Line(p is IProgress<int>);
    }
}
