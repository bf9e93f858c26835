namespace Language.Async;

public static class Registrations
{
    public static void Run()
    {
        using var s = new CancellationTokenSource();
        var t = s.Token;
        var r1 = t.Register(() => Out.Line("first"));
        var r2 = t.Register(x => Out.Line("second " + x), "state");
        t.UnsafeRegister((x, token) => Out.Line("third " + x + token.IsCancellationRequested), 3);
        Out.Line(r1.Unregister() + " " + r1.Unregister() + (r2 == default) + (r2.Token == t));
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(t, CancellationToken.None);
        linked.Token.Register(() => Out.Line("linked"));
        s.Cancel();
        Out.Line(linked.IsCancellationRequested + " " + t.CanBeCanceled + CancellationToken.None.CanBeCanceled);
        t.Register(() => Out.Line("at once")).Dispose();
        Out.Try("throw", () => t.ThrowIfCancellationRequested());
        var failing = new CancellationTokenSource();
        failing.Token.Register(() => throw new InvalidOperationException("one"));
        failing.Token.Register(() => throw new ArgumentException("two"));
        try { failing.Cancel(); }
        catch (AggregateException e) { Out.Line(string.Join(",", e.InnerExceptions.Select(x => x.Message))); }

        Out.Try("first only", () => { var q = new CancellationTokenSource(); q.Token.Register(() => throw new FormatException("f")); q.Cancel(true); });
        Out.Line(failing.TryReset() + " " + new CancellationTokenSource().TryReset());
        var c = new TaskCompletionSource<int>();
        using (new CancellationToken(true).Register(() => c.TrySetCanceled())) Out.Line(c.Task.Status);
        s.Dispose();
        Out.Try("disposed", () => Out.Line(s.Token.CanBeCanceled));
    }
}
