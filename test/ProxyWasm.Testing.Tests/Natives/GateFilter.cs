using ProxyWasm.Sdk;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Calls;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Shared;

namespace ProxyWasm.Testing.Tests.Natives;

public sealed class GateFilter(string greeting) : HttpFilter
{
    [ThreadStatic]
    private static TaskCompletionSource<string>? s_word;

    private bool _wasOvertaken;

    private static TaskCompletionSource<string> Word => s_word ??= new TaskCompletionSource<string>();

    protected override async FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream)
    {
        switch (headers[":path"])
        {
            case "/call":
                var answer = await Upstream.SendAsync(new HttpRequest("auth") { Path = "/uuid" });
                headers.Set("x-answer", $"{answer.Status} {answer.BodyText}");
                break;
            case "/delay":
                await Clock.Delay(TimeSpan.FromMilliseconds(1500));
                headers.Set("x-delayed"u8, "yes"u8);
                break;
            case "/throw":
                throw new InvalidOperationException("on purpose");
            case "/teapot":
                Respond(418, "short and stout", details: "teapot");
                break;
            case "/tasks":
                await Clock.Delay(TimeSpan.FromMilliseconds(5));
                headers.Set("x-sum", $"{(await Task.WhenAll(LaterAsync(1), LaterAsync(2))).Sum()}");
                break;
            case "/wait":
                headers.Set("x-word", await Word.Task);
                break;
            case "/say":
                Word.SetResult("hello");
                break;
            case "/log":
                Log.Warn($"{1234.5} {0.256:P1} {42,4}|{"x",-3}|{"bytes"u8} {new DateTime(2026, 1, 2):yyyy-MM-dd}");
                break;
            case "/count":
                SharedData.Update("count", Next);
                break;
            default:
                headers.Set("x-source", Properties.SourceAddress ?? "nowhere");
                break;
        }
    }

    private static async Task<int> LaterAsync(int value)
    {
        await Task.Yield();
        return value;
    }

    // At the first call another machine is a little faster.
    private byte[] Next(ReadOnlySpan<byte> old)
    {
        byte[] next = [(byte)(old.IsEmpty ? 1 : old[0] + 1)];
        if (!_wasOvertaken)
        {
            _wasOvertaken = true;
            SharedData.Set("count", next);
        }

        return next;
    }

    protected override FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream)
    {
        headers.Set("hello", greeting);
        return FilterAction.Continue;
    }

    protected override FilterAction OnResponseBody(Body body)
    {
        body.Replace(body.ReadText().ToUpperInvariant());
        return FilterAction.Continue;
    }
}
