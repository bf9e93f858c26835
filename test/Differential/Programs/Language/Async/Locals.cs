namespace Language.Async;

public static class Locals
{
    private static readonly AsyncLocal<string> Context = new();

    private static async Task Inner(Task gate) { Out.Line("in " + Context.Value); Context.Value = "inner"; await gate; Out.Line("after " + Context.Value); }

    private static async Task Outer(Task gate)
    {
        Context.Value = "outer";
        await Inner(gate);
        Out.Line("back " + Context.Value);
    }

    public static void Run()
    {
        Context.Value = "root";
        var gate = new TaskCompletionSource();
        var t = Outer(gate.Task);
        Out.Line("run " + Context.Value);
        gate.SetResult();
        Out.Line(t.IsCompleted + Context.Value);
        var other = new AsyncLocal<int>(a => Out.Line(a.PreviousValue + "->" + a.CurrentValue + a.ThreadContextChanged));
        other.Value = 1;
        other.Value = 2;
        Context.Value = "kept";
        using (ExecutionContext.SuppressFlow())
        {
            Out.Line(ExecutionContext.IsFlowSuppressed() + " " + (ExecutionContext.Capture() is null));
        }

        Out.Line(ExecutionContext.IsFlowSuppressed() + " " + (ExecutionContext.Capture() is null) + Context.Value);
        Context.Value = null;
        Out.Line(Context.Value is null);
    }
}
