using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// Texts of the base library's exceptions. Their patterns have no alignments, and no formats but hexadecimal ones, so
/// nothing of what <see cref="string.Format(string, object?)"/> needs has to be in a program only because it may fail.
/// </summary>
internal static class Messages
{
    [Replaces("System.SR", "Format")]
    public static string Fill(string pattern, object? a) => Fill(pattern, a, null, null);

    [Replaces("System.SR", "Format")]
    public static string Fill(string pattern, object? a, object? b) => Fill(pattern, a, b, null);

    [Replaces("System.SR", "Format")]
    public static string Fill(string pattern, object? a, object? b, object? c) => FillAll(pattern, [a, b, c]);

    [Replaces("System.SR", "Format")]
    public static string FillAll(string pattern, object?[]? values)
    {
        var text = "";
        var start = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var unit = pattern[i];
            if (unit is not '{' and not '}')
            {
                continue;
            }

            if (i + 1 < pattern.Length && pattern[i + 1] == unit)
            {
                // A brace of the text itself is written twice.
                text += Strings.Part(pattern, start, i + 1);
                start = ++i + 1;
                continue;
            }

            var number = pattern[i + 1] - '0';
            var value = number < values?.Length ? values[number] : null;
            var shown = pattern[i + 2] == ':' ? Hexadecimal(value, pattern[i + 4] - '0') : value?.ToString();
            text = text + Strings.Part(pattern, start, i) + shown;
            while (pattern[i] != '}')
            {
                i++;
            }

            start = i + 1;
        }

        return text + Strings.Part(pattern, start, pattern.Length);
    }

    private static string? Hexadecimal(object? value, int digits)
    {
        if (value is not int number)
        {
            return value?.ToString();
        }

        var text = "";
        for (; number != 0 || digits > 0; digits--)
        {
            text = Strings.Part("0123456789ABCDEF", number & 15, (number & 15) + 1) + text;
            number = (int)((uint)number >> 4);
        }

        return text;
    }

    [Replaces("System.Exception", "get_Message")]
    public static string Of(Exception exception) =>
        Text(exception) ?? "Exception of type '" + exception.GetType().FullName + "' was thrown.";

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    private static extern ref string? Text(Exception exception);
}
