using System.Net.Http.Headers;

namespace Library.Web;

public static class Headers
{
    public static void Run()
    {
        Out.Line(MediaTypeHeaderValue.Parse("text/html; charset=utf-8").CharSet + CacheControlHeaderValue.Parse("no-cache, max-age=60").MaxAge + MediaTypeHeaderValue.TryParse("bad", out _));
        var a = AuthenticationHeaderValue.Parse("Bearer abc.def");
        Out.Line(a.Scheme + a.Parameter + new MediaTypeWithQualityHeaderValue("text/plain", 0.5) + RangeHeaderValue.Parse("bytes=0-99").Ranges.First().To);
        Out.Line(EntityTagHeaderValue.Parse("W/\"x\"").IsWeak + ContentDispositionHeaderValue.Parse("attachment; filename=a.txt").FileName + NameValueHeaderValue.Parse("k=v").Value);
    }
}
