namespace RequestMetrics;

/// <summary>One request: when it began, and what became of it.</summary>
internal sealed class RequestMetricsFilter(RouteTable routes) : HttpFilter
{
    private const ulong NanosecondsPerMillisecond = 1_000_000;

    private ulong _begin;
    private int _status;

    protected override FilterAction OnRequestHeaders(RequestHeaders headers, bool endOfStream)
    {
        _begin = Clock.Nanoseconds;
        return FilterAction.Continue;
    }

    protected override FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream)
    {
        _status = headers.Status;
        return FilterAction.Continue;
    }

    protected override void OnLog()
    {
        var end = Clock.Nanoseconds;
        var passed = _begin != 0 && end > _begin ? (end - _begin) / NanosecondsPerMillisecond : 0;
        routes.Find(Properties.RouteName).Count(_status, passed);
    }
}
