using System.Text;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>Turns bytes into text a YAML parser may see, or says why not.</summary>
internal static class DocumentText
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark, or null and one problem.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            var before = Encoding.UTF8.GetString(bytes[..Math.Clamp(failure.Index, 0, bytes.Length)]);
            problems.Add(
                ConfigurationProblemIds.NotText,
                PositionOf(before, before.Length),
                ConfigurationPath.Root,
                "expected UTF-8 text, found bytes that are not UTF-8",
                "save the file as UTF-8");
            return null;
        }
    }

    /// <summary>Checks size and characters; false adds one problem.</summary>
    public static bool Check(string text, ProblemList problems)
    {
        // Each UTF-16 code unit is at least one byte of UTF-8, so the cheap test comes first.
        if (text.Length > DocumentLimits.Bytes || Encoding.UTF8.GetByteCount(text) > DocumentLimits.Bytes)
        {
            AddTooLarge(problems);
            return false;
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (IsAllowed(text, ref index))
            {
                continue;
            }

            problems.Add(
                ConfigurationProblemIds.NotText,
                PositionOf(text, index),
                ConfigurationPath.Root,
                FormattableString.Invariant($"expected printable text, found the character U+{(int)text[index]:X4}"),
                "remove it, or write it as an escape inside double quotes");
            return false;
        }

        return true;
    }

    public static void AddTooLarge(ProblemList problems) => problems.Add(
        ConfigurationProblemIds.LimitExceeded,
        TextPosition.None,
        ConfigurationPath.Root,
        FormattableString.Invariant($"expected at most {DocumentLimits.Bytes} bytes of text, found more"),
        "keep modules in files and name them with code.local.filename");

    public static string WithoutByteOrderMark(string text) => text.StartsWith(ByteOrderMark) ? text[1..] : text;

    /// <summary>The place behind the last character.</summary>
    public static TextPosition EndOf(string text) => PositionOf(text, text.Length);

    // The parser takes NUL for the end of the text: everything after it would be ignored without a word.
    private static bool IsAllowed(string text, ref int index)
    {
        var character = text[index];
        if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            index++;
            return true;
        }

        return character is '\t' or '\n' or '\r' or '\u0085'
            || !(char.IsControl(character) || char.IsSurrogate(character) || character is '\uFFFE' or '\uFFFF');
    }

    private static TextPosition PositionOf(string text, int index)
    {
        var line = 1;
        var lineStart = 0;
        for (var at = 0; at < index; at++)
        {
            var endsLine = text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n'));
            if (endsLine)
            {
                line++;
                lineStart = at + 1;
            }
        }

        return new TextPosition(line, index - lineStart + 1);
    }
}
