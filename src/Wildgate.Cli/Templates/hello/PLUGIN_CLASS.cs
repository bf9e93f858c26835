[Plugin]
public sealed class PLUGIN_CLASS(PLUGIN_CLASSConfig config) : HttpFilter
{
    protected override FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream)
    {
        headers["hello"] = config.Text;
        return FilterAction.Continue;
    }
}
