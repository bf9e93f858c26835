using System.Threading.Channels;

namespace Language.Async;

public static class Channels
{
    private static async Task<string> Consume(ChannelReader<string> r) { var s = ""; await foreach (var x in r.ReadAllAsync()) s += x; return s + "."; }
    private static async Task Produce(ChannelWriter<string> w) { for (var i = 0; i < 5; i++) await w.WriteAsync("p" + i); w.Complete(); }

    public static void Run()
    {
        var c = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { AllowSynchronousContinuations = true });
        Out.Line(c.Writer.TryWrite("a") + " " + c.Reader.TryRead(out var x) + x + c.Reader.TryRead(out _) + c.Reader.Count);
        Out.Line(Produce(c.Writer).IsCompletedSuccessfully);
        Out.Line(Consume(c.Reader).Result);
        var b = Channel.CreateBounded<int>(2);
        Out.Line(b.Writer.TryWrite(1) + " " + b.Writer.TryWrite(2) + b.Writer.TryWrite(3) + b.Reader.Count);
        var d = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        d.Writer.TryWrite(1);
        d.Writer.TryWrite(2);
        d.Reader.TryRead(out var kept);
        Out.Line(kept);
        c.Reader.Completion.GetAwaiter().GetResult();
        Out.Line(c.Reader.Completion.IsCompleted + " " + c.Writer.TryWrite("late"));
    }
}
