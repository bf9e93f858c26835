namespace GetWild;

/// <summary>Answers every GET with a wildcat; all other requests pass.</summary>
[Plugin]
internal sealed class GetWildFilter : HttpFilter
{
    private const int Teapot = 418;

    private static ReadOnlySpan<byte> Wildcat =>
        """

              |=|===|=|===|=|===|=|===|=|===|=|
              | |   | |   | |   | |   | |   | |
              | |   | |  /\_______/\  | |   | |
              | |   | | /  _     _  \ | |   | |
              | |   | |(  (o)   (o)  )| |   | |
              | |   | |=\     Y     /=| |   | |
              | |   | |  \  '-^-'  /  | |   | |
              |=|===|=|===)       (===|=|===|=|
              | |   | |  / \  |  / \  | |   | |
              | |   | | (,,,) | (,,,) | |   | |
           ___|_|___|_|_______|_______|_|___|_|___

                     YOU SHALL NOT GET.
                  I'm a wildcat, not a page.


        """u8;

    protected override FilterAction OnRequestHeaders(RequestHeaders headers, bool endOfStream)
    {
        if (headers.TryGet(":method"u8, out var method) && method.SequenceEqual("GET"u8))
        {
            Respond(
                Teapot,
                Wildcat,
                new HeaderList { { "powered-by"u8, "wildgate"u8 }, { "content-type"u8, "text/plain"u8 } });
        }

        return FilterAction.Continue;
    }
}
