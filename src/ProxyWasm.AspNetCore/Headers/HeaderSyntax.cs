using System.Buffers;
using System.Globalization;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Headers;

/// <summary>
/// What a server or a client of HTTP would choke on. The host lets plugins write any legal field; these fields have a
/// syntax of their own on which the framing of messages rests.
/// </summary>
internal static class HeaderSyntax
{
    // RFC 9110, section 5.6.2: tchar.
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // RFC 3986, section 3.2: user information, host, port.
    private static readonly SearchValues<char> AuthorityCharacters = SearchValues.Create(
        "-._~!$&'()*+,;=:@%[]0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> TargetEnds = SearchValues.Create(
        [.. Enumerable.Range(0, 33).Select(code => (char)code), '\x7f']);

    public static bool IsMethod(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(TokenCharacters);

    /// <summary>Whether a text fits between the two blanks of a request line.</summary>
    public static bool IsTarget(string text) => text.Length > 0 && !text.AsSpan().ContainsAny(TargetEnds);

    public static bool IsAuthority(string text) => !text.AsSpan().ContainsAnyExcept(AuthorityCharacters);

    /// <summary>Whether the length, if there is one, is a length.</summary>
    public static bool HasValidLength(HeaderMap headers) => headers.Get("content-length") is not { } text
        || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
