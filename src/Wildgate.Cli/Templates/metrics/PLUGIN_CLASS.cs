[Plugin]
public sealed class PLUGIN_CLASS : HttpFilter
{
    private static readonly Counter Requests = new("requests");
    private static readonly Counter Failures = new("failures");
    private static readonly Histogram Milliseconds = new("request_milliseconds");

    private ulong _begin;

    protected override FilterAction OnRequestHeaders(RequestHeaders headers, bool endOfStream)
    {
        _begin = Clock.Nanoseconds;
        Requests.Add();
        return FilterAction.Continue;
    }

    protected override FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream)
    {
        if (headers.Status >= 500)
        {
            Failures.Add();
            Log.Warn($"failure {headers.Status}");
        }

        return FilterAction.Continue;
    }

    protected override void OnLog() => Milliseconds.Record((Clock.Nanoseconds - _begin) / 1_000_000);
}
