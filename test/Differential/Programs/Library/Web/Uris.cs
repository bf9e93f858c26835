namespace Library.Web;

public static class Uris
{
    public static void Run()
    {
        foreach (var s in new[] { "http://example.com", "https://u:p@h.org:81/p/../q/./r?x=1&y=%20#f", "HTTP://EXAMPLE.com:80/A%7Eb", "mailto:a@b.c", "/relative?q", "http://[::1]:8080/x", "file:///tmp/x", "http://münchen.de/ü", "urn:isbn:123", "not a uri", "http://", "//host/path", "http://1.2.3.4/" })
        {
            if (Uri.TryCreate(s, UriKind.RelativeOrAbsolute, out var u)) Out.Line(s + " -> " + (u.IsAbsoluteUri ? u.AbsoluteUri + " " + u.Host + " " + u.Port + u.IsDefaultPort + u.PathAndQuery + u.Fragment + u.HostNameType + u.Authority + string.Join("|", u.Segments) + u.IsLoopback : "rel " + u));
            else Out.Line(s + " invalid");
        }

        var b = new UriBuilder("http://h/p") { Port = 8080, Query = "a=b c", Path = "x y" };
        Out.Line(b.Uri + " " + b);
        Out.Line(new Uri(new Uri("http://a/b/c"), "/z") + " " + new Uri("http://a/b/").MakeRelativeUri(new Uri("http://a/b/c/d")) + new Uri("http://a/b").Equals(new Uri("http://A/b")) + Uri.IsWellFormedUriString("http://x y", UriKind.Absolute) + Uri.CheckHostName("ex_ample") + Uri.CheckSchemeName("a+b"));
        Out.Line(Uri.EscapeDataString("a/b?c=d&é€ ~-_.!*'()") + Uri.UnescapeDataString("%41%zz%C3%A9") + Uri.HexEscape('/') + Uri.IsHexDigit('g'));
        Out.Try("bad", () => new Uri("::"));
        Out.Try("relative", () => new Uri("/x", UriKind.Relative).Host.ToString());
    }
}
