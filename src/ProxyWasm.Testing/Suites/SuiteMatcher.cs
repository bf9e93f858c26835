using System.Text;
using System.Text.RegularExpressions;

namespace ProxyWasm.Testing.Suites;

/// <summary>A value or a pattern that one of several texts must match, or none of them.</summary>
internal sealed class SuiteMatcher
{
    private readonly byte[]? _exact;
    private readonly Regex? _pattern;
    private readonly string _description;

    private SuiteMatcher(bool invert, byte[]? exact, Regex? pattern, string description)
    {
        IsInverted = invert;
        _exact = exact;
        _pattern = pattern;
        _description = description;
    }

    /// <summary>Whether no text may match.</summary>
    public bool IsInverted { get; }

    public static SuiteMatcher Exact(byte[] value, bool invert) =>
        new(invert, value, null, $"exactly {Show(value)}");

    public static SuiteMatcher Pattern(Regex pattern, string source, bool invert) =>
        new(invert, null, pattern, $"a match of /{source}/");

    /// <summary>Bytes for a person: text with its control characters escaped, cut to a sane length.</summary>
    public static string Show(ReadOnlySpan<byte> bytes)
    {
        const int MaxLength = 200;
        var text = new StringBuilder("\"");
        foreach (var rune in Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxLength)]).EnumerateRunes())
        {
            text.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? $"\\u{{{rune.Value:x}}}" : rune);
        }

        text.Append('"');
        return bytes.Length > MaxLength ? $"{text} and {bytes.Length - MaxLength} bytes more" : text.ToString();
    }

    /// <summary>What is wrong, or null when nothing is.</summary>
    /// <param name="texts">What was found.</param>
    /// <param name="what">What it is, for the message.</param>
    public string? FindProblem(IReadOnlyList<byte[]> texts, string what)
    {
        if (texts.Any(Matches) != IsInverted)
        {
            return null;
        }

        var found = texts.Count == 0 ? "none" : string.Join(", ", texts.Take(20).Select(text => Show(text)));
        return $"expected {(IsInverted ? "no " : "a ")}{what} to be {_description}, found: {found}";
    }

    private bool Matches(byte[] text) =>
        _exact is not null ? text.AsSpan().SequenceEqual(_exact) : _pattern!.IsMatch(Decode(text));

    // As RE2 does: characters are UTF-8 where the bytes are, else each byte is one.
    private static string Decode(byte[] text)
    {
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(text);
        return (isUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(text);
    }
}
