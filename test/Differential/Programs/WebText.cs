using System.Net;
using System.Web;

public static class WebText
{
    public static void Run()
    {
        Out.Line(Uri.EscapeDataString("a b&c=ü/") + Uri.UnescapeDataString("a%20b%C3%BC") + WebUtility.UrlEncode("a b&c") + WebUtility.UrlDecode("a%20b+c") + WebUtility.HtmlEncode("<a href='x'>&"));
        var u = new Uri("https://user@example.com:8443/path/to?q=1&r=two#frag");
        Out.Line(u.Host + u.Port + u.AbsolutePath + u.Query + u.Fragment + u.Scheme + u.UserInfo + u.IsAbsoluteUri);
        Out.Line(new Uri(new Uri("http://a/b/c/d"), "../x?y").ToString() + Uri.TryCreate("::bad", UriKind.Absolute, out _));
        Out.Line(WebUtility.HtmlDecode("&lt;&amp;&#65;&eacute;"));
    }
}
