using ProxyWasm.Sdk.Text;

namespace RateLimit;

/// <summary>One request: takes a token out of the bucket of its client, or answers with 429.</summary>
internal sealed class RateLimitFilter(RateLimitPlugin plugin) : HttpFilter
{
    private const int Digits = 20;
    private const ulong NanosecondsPerMicrosecond = 1000;

    private bool _isGranted;
    private long _left;
    private long _wait;

    protected override FilterAction OnRequestHeaders(RequestHeaders headers, bool endOfStream)
    {
        var now = (long)(Clock.Nanoseconds / NanosecondsPerMicrosecond);
        var isCounted = SharedData.Update(Key(headers), old => Take(old, now));

        // When the host has no room for another client, the others keep their limits and this one has none.
        if (!isCounted || _isGranted)
        {
            plugin.Allowed.Add();
            return FilterAction.Continue;
        }

        plugin.Limited.Add();
        Respond(429, "too many requests\n"u8, RetryAfter(), "rate_limited");
        return FilterAction.Pause;
    }

    protected override FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream)
    {
        var left = new TextBuffer(stackalloc byte[Digits]);
        left.Append(_left);
        headers.Set("x-ratelimit-remaining"u8, left.Written);
        return FilterAction.Continue;
    }

    private byte[] Take(ReadOnlySpan<byte> old, long now)
    {
        var bucket = Bucket.Read(old, plugin.Size, now);
        _isGranted = bucket.TryTake(plugin.Rate, plugin.Size, now, out var after, out _wait);
        _left = after.Left;
        var data = new byte[Bucket.Length];
        after.Write(data);
        return data;
    }

    private HeaderList RetryAfter()
    {
        var seconds = new TextBuffer(stackalloc byte[Digits]);
        seconds.Append(_wait);
        return new HeaderList { { "retry-after"u8, seconds.Written } };
    }

    private string Key(RequestHeaders headers) => "rate-limit/" + plugin.Group + "/" + Client(headers);

    private string Client(RequestHeaders headers)
    {
        if (plugin.Header.Length > 0)
        {
            return headers[plugin.Header] ?? "";
        }

        // The port changes with each connection.
        var address = Properties.SourceAddress ?? "";
        var port = address.LastIndexOf(':');
        return port < 0 ? address : address[..port];
    }
}
