using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Language.Async;

public static class Streams
{
    private static async IAsyncEnumerable<int> Numbers(int n, TaskCompletionSource gate, [EnumeratorCancellation] CancellationToken ct = default)
    {
        try
        {
            for (var i = 0; i < n; i++)
            {
                if (i == 2) await gate.Task;
                ct.ThrowIfCancellationRequested();
                yield return i;
            }
        }
        finally { Out.Line("stream end"); }
    }

    private static async IAsyncEnumerable<string> Map(IAsyncEnumerable<int> s) { await foreach (var x in s) yield return "<" + x + ">"; }

    private static async Task<string> Take(int max, TaskCompletionSource gate)
    {
        var r = "";
        await foreach (var s in Map(Numbers(5, gate))) { r += s; if (r.Length > max) break; }
        return r;
    }

    private static async Task<string> Cancelled(CancellationToken ct)
    {
        var r = "";
        try { await foreach (var x in Numbers(4, null).WithCancellation(ct)) r += x; } catch (OperationCanceledException) { r += "cancelled"; }
        return r;
    }

    private sealed class Res : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.CompletedTask; Out.Line("async disposed"); } }

    private static async Task<int> Using() { await using var r = new Res(); await using (new Res()) { } return 3; }

    private static async Task<int> Drain(ChannelReader<int> r) { var s = 0; await foreach (var x in r.ReadAllAsync()) s += x; return s; }

    public static void Run()
    {
        var g = new TaskCompletionSource();
        var t = Take(100, g);
        Out.Line(t.IsCompleted);
        g.SetResult();
        Out.Line(t.Result);
        Out.Line(Take(4, g).Result + Cancelled(new CancellationToken(true)).Result + Using().Result);
    }
}
