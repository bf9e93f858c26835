using System.Text;
using System.Text.RegularExpressions;

namespace ProxyWasm.Testing.Suites;

/// <summary>
/// Compiles a pattern in RE2 syntax that has to match a whole text. What RE2 writes differently from .NET is rewritten;
/// the engine is .NET's non-backtracking one, so that no pattern takes for ever, as RE2 promises too.
/// </summary>
/// <remarks>https://github.com/google/re2/wiki/Syntax. <c>(?U)</c> and <c>\C</c> are not supported.</remarks>
internal static class Re2Pattern
{
    private static readonly Dictionary<string, string> PosixClasses = new(StringComparer.Ordinal)
    {
        ["alnum"] = "0-9A-Za-z",
        ["alpha"] = "A-Za-z",
        ["ascii"] = @"\x00-\x7F",
        ["blank"] = @"\t ",
        ["cntrl"] = @"\x00-\x1F\x7F",
        ["digit"] = "0-9",
        ["graph"] = "!-~",
        ["lower"] = "a-z",
        ["print"] = " -~",
        ["punct"] = @"!-/:-@\[-`{-~",
        ["space"] = @"\t\n\v\f\r ",
        ["upper"] = "A-Z",
        ["word"] = "0-9A-Za-z_",
        ["xdigit"] = "0-9A-Fa-f",
    };

    /// <exception cref="SuiteException">It is no such pattern.</exception>
    public static Regex Compile(string pattern, SuitePlace place)
    {
        try
        {
            return new Regex(
                $@"\A(?:{Translate(pattern)})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (
            error is ArgumentException or NotSupportedException or FormatException or OverflowException)
        {
            throw SuiteException.BadPattern(place, pattern, error.Message, error);
        }
    }

    private static string Translate(string pattern)
    {
        var text = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest[0] == '\\')
            {
                i += Escape(rest, inClass, text) - 1;
            }
            else if (inClass)
            {
                i += InClass(rest, text, ref inClass) - 1;
            }
            else if (rest.StartsWith("(?P<"))
            {
                text.Append("(?<");
                i += 3;
            }
            else if (rest[0] == '$')
            {
                // In .NET it also stands before a line feed at the end.
                text.Append(@"(?:\z)");
            }
            else
            {
                inClass = rest[0] == '[';
                text.Append(rest[0]);
                i += inClass ? OpenClass(rest, text) : 0;
            }
        }

        return text.ToString();
    }

    // A bracket that comes first in a class stands for itself.
    private static int OpenClass(ReadOnlySpan<char> rest, StringBuilder text)
    {
        var length = 0;
        if (rest.Length > 1 && rest[1] == '^')
        {
            text.Append('^');
            length++;
        }

        if (rest.Length > length + 1 && rest[length + 1] == ']')
        {
            text.Append(@"\]");
            length++;
        }

        return length;
    }

    private static int InClass(ReadOnlySpan<char> rest, StringBuilder text, ref bool inClass)
    {
        if (rest.StartsWith("[:"))
        {
            var end = rest.IndexOf(":]");
            if (end > 0 && PosixClasses.TryGetValue(rest[2..end].ToString(), out var members))
            {
                text.Append(members);
                return end + 2;
            }
        }

        inClass = rest[0] != ']';

        // In .NET a bracket here could mean a subtraction.
        text.Append(rest[0] == '[' ? @"\[" : rest[0].ToString());
        return 1;
    }

    // Characters taken.
    private static int Escape(ReadOnlySpan<char> rest, bool inClass, StringBuilder text)
    {
        var kind = rest.Length > 1 ? rest[1] : throw new ArgumentException("it ends in a backslash");
        if (kind == 'Q')
        {
            var end = rest.IndexOf(@"\E");
            text.Append(Regex.Escape((end < 0 ? rest[2..] : rest[2..end]).ToString()));
            return end < 0 ? rest.Length : end + 2;
        }

        if (kind is 'x' && rest.Length > 2 && rest[2] == '{')
        {
            var end = rest.IndexOf('}');
            var digits = end < 0 ? "" : rest[3..end].ToString();
            text.Append(Regex.Escape(char.ConvertFromUtf32(Convert.ToInt32(digits, 16))));
            return end + 1;
        }

        if (kind is 'p' or 'P' && rest.Length > 2 && rest[2] != '{')
        {
            text.Append('\\').Append(kind).Append('{').Append(rest[2]).Append('}');
            return 3;
        }

        text.Append(kind switch
        {
            'd' => inClass ? "0-9" : "[0-9]",
            'w' => inClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]",
            's' => inClass ? @"\t\n\f\r " : @"[\t\n\f\r ]",
            'D' when !inClass => "[^0-9]",
            'W' when !inClass => "[^0-9A-Za-z_]",
            'S' when !inClass => @"[^\t\n\f\r ]",
            'C' => throw new ArgumentException(@"\C is not supported"),
            _ => $"\\{kind}",
        });
        return 2;
    }
}
