namespace HttpCallout;

/// <summary>Answers each request with what another service says.</summary>
[Plugin]
internal sealed class HttpCalloutFilter(HttpCalloutConfig config) : HttpFilter
{
    protected override async FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream)
    {
        var answer = await Upstream.SendAsync(new HttpRequest(config.Cluster)
        {
            Path = config.Path,
            Authority = config.Host.Length == 0 ? config.Cluster : config.Host,
            Timeout = TimeSpan.FromMilliseconds(config.TimeoutMilliseconds),
        });

        if (answer.Error != CallError.None)
        {
            Respond(502, "the service cannot be reached\n"u8, details: "callout_failed");
            return;
        }

        var own = new HeaderList();
        if (answer.TryGetHeader("content-type"u8, out var type))
        {
            own.Add("content-type"u8, type);
        }

        Respond(answer.Status, answer.Body.Span, own);
    }
}
