[Plugin]
public sealed class PLUGIN_CLASS(PLUGIN_CLASSConfig config) : HttpFilter
{
    protected override async FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream)
    {
        var answer = await Upstream.SendAsync(new HttpRequest(config.Cluster)
        {
            Path = config.Path,
            Timeout = config.Timeout,
        });

        if (!answer.IsSuccess)
        {
            Respond(503, "no number for this request\n");
            return;
        }

        headers["x-request-number"] = answer.BodyText.Trim();
    }
}
