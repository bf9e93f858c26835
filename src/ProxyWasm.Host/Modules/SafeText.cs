using System.Globalization;
using System.Text;

namespace ProxyWasm.Host.Modules;

/// <summary>
/// Makes names out of a module printable: a hostile name must not forge a log line, move a terminal's cursor or fill a
/// screen.
/// </summary>
internal static class SafeText
{
    private const int MaximumLength = 120;

    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('\'');
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MaximumLength)).EnumerateRunes())
        {
            if (IsHarmless(rune))
            {
                quoted.Append(rune.ToString());
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            }
        }

        return quoted.Append(text.Length > MaximumLength ? "…'" : "'").ToString();
    }

    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
