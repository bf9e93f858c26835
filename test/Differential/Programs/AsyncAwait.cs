using System.Runtime.CompilerServices;

public static class AsyncAwait
{
    private static readonly Queue<Action> Pending = new();

    private struct Yielding : INotifyCompletion
    {
        public Yielding GetAwaiter() => this;
        public bool IsCompleted => false;
        public int GetResult() => 5;
        public void OnCompleted(Action continuation) => Pending.Enqueue(continuation);
    }

    private static async Task<int> Loop(int n)
    {
        var s = 0;
        for (var i = 0; i < n; i++)
        {
            try
            {
                for (var j = 0; j < 2; j++)
                {
                    s += await new Yielding() * i;
                    if (j == 1 && i == 3) throw new InvalidOperationException("at " + i);
                }
            }
            catch (InvalidOperationException e)
            {
                Out.Line(e.Message);
                await new Yielding();
            }
            finally
            {
                Out.Line("finally " + i);
                await Task.CompletedTask;
            }
        }

        return s;
    }

    private static async ValueTask<string> Value(bool wait)
    {
        if (wait) await new Yielding();
        return "value " + wait;
    }

    private static async Task Failing()
    {
        await new Yielding();
        throw new ArgumentException("failed");
    }

    private static async Task<string> All()
    {
        var results = await Task.WhenAll(Loop(2), Loop(3));
        var v = await Value(true) + await Value(false);
        try
        {
            await Failing();
        }
        catch (ArgumentException e)
        {
            v += e.Message;
        }

        return v + results[0] + results[1];
    }

    private static async IAsyncEnumerable<int> Stream(int n)
    {
        for (var i = 0; i < n; i++)
        {
            await new Yielding();
            yield return i * i;
        }
    }

    private static async Task<int> Consume()
    {
        var s = 0;
        await foreach (var x in Stream(4)) s += x;
        return s;
    }

    private static void Pump(Task t)
    {
        while (Pending.TryDequeue(out var next)) next();
        Out.Line("completed " + t.IsCompleted + t.IsFaulted);
    }

    public static void Run()
    {
        var t = Loop(5);
        Pump(t);
        Out.Line(t.Result);
        var all = All();
        Pump(all);
        Out.Line(all.Result);
        var c = Consume();
        Pump(c);
        Out.Line(c.Result);
        var f = Failing();
        Pump(f);
        Out.Line(f.Exception.InnerException.Message);
        var source = new TaskCompletionSource<int>();
        var after = After(source.Task);
        Out.Line(after.IsCompleted);
        source.SetResult(42);
        Out.Line(after.Result);
        var cts = new CancellationTokenSource();
        cts.Token.Register(() => Out.Line("cancelled"));
        cts.Cancel();
        Out.Line(cts.IsCancellationRequested);
        Out.Try("token", () => cts.Token.ThrowIfCancellationRequested());
    }

    private static async Task<int> After(Task<int> task) => await task + 1;
}
