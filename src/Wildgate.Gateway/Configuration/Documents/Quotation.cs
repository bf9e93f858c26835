using System.Globalization;
using System.Text;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>Puts text of unknown origin into a message: on one line, short, and visibly text.</summary>
internal static class Quotation
{
    private const int LongestValue = 60;
    private const int LongestSentence = 300;

    /// <summary>A value from the text.</summary>
    public static string Of(string text) => Of(text, LongestValue);

    /// <summary>A message of the parser, which may contain values from the text.</summary>
    public static string OfSentence(string text) => Of(text, LongestSentence);

    private static string Of(string text, int longest)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (quoted.Length > longest)
            {
                quoted.Append('…');
                break;
            }

            Append(quoted, rune);
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        // Control and format characters could forge lines of a log or reverse the reading order of a terminal.
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator)
        {
            quoted.Append(rune.Value switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}"),
            });
        }
        else if (rune.Value is '"' or '\\')
        {
            quoted.Append('\\').Append((char)rune.Value);
        }
        else
        {
            quoted.Append(rune.ToString());
        }
    }
}
