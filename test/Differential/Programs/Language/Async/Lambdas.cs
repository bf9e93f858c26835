namespace Language.Async;

public static class Lambdas
{
    public static void Run()
    {
        var gate = new TaskCompletionSource<int>();
        Func<int, Task<int>> f = async x => { var y = await gate.Task; return x + y; };
        Func<Task<int>> g = async () => await f(1);
        var tasks = Enumerable.Range(0, 3).Select(f).ToList();
        var t = g();
        gate.SetResult(100);
        Out.Line(t.Result + string.Join(",", tasks.Select(x => x.Result)));
        async Task<string> Local(string s) { await Task.CompletedTask; return s + gate.Task.Result; }
        Out.Line(Local("local").Result);
        Action a = async () => { await Task.CompletedTask; Out.Line("action"); };
        a();
        Out.Line(Nested(3).Result);
    }

    private static async Task<int> Nested(int n) => n == 0 ? 0 : n + await Nested(n - 1);
}
