using ProxyWasm.Sdk;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Calls;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Shared;

namespace ProxyWasm.Testing.Tests.Natives;

public sealed class GateFilter(string greeting) : HttpFilter
{
    private bool _wasOvertaken;

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
            case "/count":
                SharedData.Update("count", Next);
                break;
            default:
                headers.Set("x-source", Properties.SourceAddress ?? "nowhere");
                break;
        }
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
