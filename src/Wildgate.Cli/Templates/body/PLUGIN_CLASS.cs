[Plugin]
public sealed class PLUGIN_CLASS(PLUGIN_CLASSConfig config) : HttpFilter
{
    private bool _isText;

    protected override FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream)
    {
        _isText = headers.TryGet("content-type"u8, out var type) && type.StartsWith("text/"u8);
        if (_isText)
        {
            // The length changes with the content.
            headers.Remove("content-length"u8);
        }

        return FilterAction.Continue;
    }

    protected override FilterAction OnResponseBody(Body body)
    {
        if (!_isText)
        {
            return FilterAction.Continue;
        }

        if (!body.IsComplete)
        {
            // The host holds what has come, up to its limit, and brings all of it again with the next part.
            return FilterAction.Pause;
        }

        body.Replace(body.ReadText().Replace(config.Find, config.Replace, StringComparison.Ordinal));
        return FilterAction.Continue;
    }
}
