using System.Security.Cryptography;
using System.Text;

[Plugin]
public sealed class PLUGIN_CLASS(PLUGIN_CLASSConfig config) : HttpFilter
{
    private static readonly Counter Denied = new("denied");

    protected override FilterAction OnRequestHeaders(RequestHeaders headers, bool endOfStream)
    {
        if (headers.TryGet(config.Header, out var key) && IsKnown(key))
        {
            // Services behind the proxy need not see it.
            headers.Remove(config.Header);
            return FilterAction.Continue;
        }

        Denied.Add();
        Respond(401, "a key is needed\n", new HeaderList { { "www-authenticate", "ApiKey" } });
        return FilterAction.Pause;
    }

    private bool IsKnown(ReadOnlySpan<byte> key)
    {
        var isKnown = false;
        foreach (var known in config.Keys)
        {
            // Every key takes the same time, so that answers do not tell how much of one was right.
            isKnown |= CryptographicOperations.FixedTimeEquals(key, Encoding.UTF8.GetBytes(known));
        }

        return isKnown;
    }
}
