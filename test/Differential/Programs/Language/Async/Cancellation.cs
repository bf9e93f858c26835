namespace Language.Async;

public static class Cancellation
{
    private static async Task<int> Work(CancellationToken t, TaskCompletionSource gate)
    {
        using var r = t.Register(() => { Out.Line("callback"); gate.TrySetCanceled(t); });
        await gate.Task;
        return 1;
    }

    public static void Run()
    {
        var c = new CancellationTokenSource();
        var w = Work(c.Token, new TaskCompletionSource());
        Out.Line(w.Status);
        c.Cancel();
        Out.Line(w.Status + " " + c.Token.IsCancellationRequested + c.Token.CanBeCanceled + CancellationToken.None.CanBeCanceled);
        Out.Try("throw", () => c.Token.ThrowIfCancellationRequested());
        var a = new CancellationTokenSource();
        var linked = CancellationTokenSource.CreateLinkedTokenSource(a.Token, CancellationToken.None);
        linked.Token.Register(s => Out.Line("linked " + s), "state");
        a.Cancel();
        Out.Line(linked.IsCancellationRequested);
        var order = new CancellationTokenSource();
        order.Token.Register(() => Out.Line("first"));
        var second = order.Token.Register(() => Out.Line("second"));
        order.Token.Register(() => Out.Line("third"));
        second.Dispose();
        order.Cancel();
        order.Token.Register(() => Out.Line("immediately"));
        var f = new CancellationTokenSource();
        f.Token.Register(() => throw new Exception("in callback"));
        Out.Try("aggregate", () => f.Cancel());
        Out.Line(new CancellationToken(true).IsCancellationRequested + " " + (c.Token == c.Token) + f.TryReset());
        var t = new CancellationTokenSource();
        t.Dispose();
        Out.Try("disposed", () => { var _ = t.Token; });
    }
}
