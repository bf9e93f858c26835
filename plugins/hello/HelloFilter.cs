namespace Hello;

[Plugin]
internal sealed class HelloFilter(HelloConfig config) : HttpFilter
{
    protected override FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream)
    {
        headers.Set("hello", config.Text);
        return FilterAction.Continue;
    }
}
