using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// Texts of the base library's exceptions. Their patterns have no alignments and formats, so nothing of what
/// <see cref="string.Format(string, object?)"/> needs for those has to be in a program only because it may fail.
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
            if (pattern[i] != '{')
            {
                continue;
            }

            var number = pattern[i + 1] - '0';
            var value = number < values?.Length ? values[number]?.ToString() : null;
            text = string.Concat(text, pattern.AsSpan(start, i - start), value);
            i = pattern.IndexOf('}', i);
            start = i + 1;
        }

        return string.Concat(text, pattern.AsSpan(start));
    }

    [Replaces("System.Exception", "get_Message")]
    public static string Of(Exception exception) =>
        Text(exception) ?? "Exception of type '" + exception.GetType().FullName + "' was thrown.";

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    private static extern ref string? Text(Exception exception);
}
