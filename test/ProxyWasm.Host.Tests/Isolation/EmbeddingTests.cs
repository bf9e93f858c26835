using ProxyWasm.Host.Tests.Scenarios;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Isolation;

/// <summary>What the application around the host may do as if there were no host.</summary>
public sealed class EmbeddingTests
{
    private static readonly string Dividing = Callback(
        "request_headers", "(drop (i32.div_s (i32.const 1) (i32.const 0)))");

    // If it fails the process ends: the engine handles the signal of the processor for guests and for everybody else.
    [Fact]
    public async Task An_application_may_divide_by_zero_on_any_thread()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Dividing);
        var caught = new List<Type>();
        for (var round = 0; round < 3; round++)
        {
            RunOnNewThread(() => caught.Add(Divide(1, round - round)));
            RunOnNewThread(() => caught.Add(Divide(int.MinValue, round - round - 1)));

            var stream = proxy.Open(chain);
            await stream.SendRequestAsync();
            Assert.Equal(503, stream.Stream.LocalResponse!.StatusCode);
            await stream.FinishAsync();
        }

        Type[] expected = [typeof(DivideByZeroException), typeof(OverflowException)];
        Assert.Equal([.. expected, .. expected, .. expected], caught);
    }

    private static Type Divide(int dividend, int divisor)
    {
        try
        {
            return (dividend / divisor).GetType();
        }
        catch (ArithmeticException exception)
        {
            return exception.GetType();
        }
    }

    private static void RunOnNewThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }
}
