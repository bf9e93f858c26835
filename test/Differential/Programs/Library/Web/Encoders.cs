using System.Net;
using System.Text.Encodings.Web;
using System.Web;

namespace Library.Web;

public static class Encoders
{
    public static void Run()
    {
        const string S = "<a href=\"x?a=1&b=é\">'q' 😀 +~</a>";
        Out.Line(WebUtility.HtmlEncode(S) + WebUtility.UrlEncode(S));
        Out.Line(HttpUtility.HtmlEncode(S) + HttpUtility.UrlEncode(S) + HttpUtility.HtmlAttributeEncode(S) + HttpUtility.JavaScriptStringEncode(S) + HttpUtility.UrlPathEncode("a b/ü"));
        Out.Line(HtmlEncoder.Default.Encode(S) + UrlEncoder.Default.Encode(S) + JavaScriptEncoder.Default.Encode(S));
        Out.Line(HttpUtility.UrlDecode("a%20b+c%C3%A9%u0041") + HttpUtility.HtmlDecode("&lt;&copy;&#233;&#x20AC;&bogus;&amp;lt;") + WebUtility.UrlDecode("%41%4"));
        var q = HttpUtility.ParseQueryString("?a=1&b=two%20words&a=3&c");
        Out.Line(q["a"] + q["b"] + q.Count + q);
    }
}
