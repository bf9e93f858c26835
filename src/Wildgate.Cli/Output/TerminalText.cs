using System.Globalization;
using System.Text;

namespace Wildgate.Cli.Output;

/// <summary>
/// Makes text from a module, a plugin or a file name harmless for a terminal: it must not move the cursor, change
/// colours, reverse the direction of text or forge a line.
/// </summary>
internal static class TerminalText
{
    public static string Clean(string text)
    {
        if (!text.EnumerateRunes().Any(IsHarmful))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHarmful(rune))
            {
                clean.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            }
            else
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static bool IsHarmful(Rune rune) =>
        rune.Value != '\t'
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
