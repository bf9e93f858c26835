using System.Diagnostics.CodeAnalysis;

namespace Timing;

/// <summary>Waits in one of the ways of the base library, and tells how that ended.</summary>
[Plugin]
[SuppressMessage("Reliability", "CA2016", Justification = "The forms without a token are tested too.")]
internal sealed class TimingFilter : HttpFilter
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    protected override async FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream)
    {
        var start = Clock.TimeProvider.GetTimestamp();
        var result = await RunAsync(headers.Path);
        var time = Clock.TimeProvider.GetElapsedTime(start).TotalMilliseconds;
        headers["x-result"] = $"{result} after {(int)time}";
    }

    private async FilterTask<string> RunAsync(string? path)
    {
        switch (path)
        {
            case "/delay":
                await Task.Delay(50);
                return "delay";
            case "/span":
                await Task.Delay(Short, Ended);
                return "span";
            case "/parallel":
                await Task.WhenAll(Task.Delay(50), Task.Delay(Short), Task.Delay(20));
                return "parallel";
            case "/limit":
                return await LimitAsync(new TaskCompletionSource().Task);
            case "/in-time":
                return await LimitAsync(Task.Delay(20));
            case "/result":
                return await ValueAsync().WaitAsync(Short);
            default:
                return await DeadlineAsync();
        }
    }

    private static async Task<string> ValueAsync()
    {
        await Task.Delay(20);
        return "result";
    }

    private static async FilterTask<string> LimitAsync(Task task)
    {
        try
        {
            await task.WaitAsync(Short);
            return "in time";
        }
        catch (TimeoutException)
        {
            return "too late";
        }
    }

    private static async FilterTask<string> DeadlineAsync()
    {
        using var deadline = new CancellationTokenSource(Short, Clock.TimeProvider);
        try
        {
            await Task.Delay(Timeout.Infinite, deadline.Token);
            return "never";
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
    }
}
