namespace ProxyWasm.Host.Http;

/// <summary>Response code details go into logs where white space separates fields.</summary>
internal static class DetailsText
{
    public static string ReplaceWhiteSpace(this string details) =>
        string.Create(details.Length, details, static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsWhiteSpace(text[i]) ? '_' : text[i];
            }
        });
}
