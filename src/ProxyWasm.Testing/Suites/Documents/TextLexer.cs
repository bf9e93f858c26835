using System.Text;

namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>Cuts protobuf text into tokens.</summary>
/// <remarks>https://protobuf.dev/reference/protobuf/textformat-spec/</remarks>
internal sealed class TextLexer(string file, string text)
{
    private int _at;
    private int _line = 1;
    private int _lineStart;

    public TextToken Next()
    {
        SkipSpace();
        var place = Here;
        if (_at >= text.Length)
        {
            return new TextToken(TextTokenKind.End, place, "the end of the file");
        }

        var start = _at;
        if (text[_at] is '"' or '\'')
        {
            var bytes = ReadString();
            return new TextToken(TextTokenKind.String, place, text[start.._at], bytes);
        }

        if (IsWord(text[_at]))
        {
            while (_at < text.Length && IsWord(text[_at]))
            {
                _at++;
            }

            return new TextToken(TextTokenKind.Word, place, text[start.._at]);
        }

        _at++;
        return new TextToken(TextTokenKind.Symbol, place, text[start.._at]);
    }

    private SuitePlace Here => new(file, _line, _at - _lineStart + 1);

    private static bool IsWord(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-' or '+';

    private void SkipSpace()
    {
        while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] == '#'))
        {
            if (text[_at] == '#')
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else if (text[_at++] == '\n')
            {
                _line++;
                _lineStart = _at;
            }
        }
    }

    private byte[] ReadString()
    {
        var opened = Here;
        var quote = text[_at++];
        using var bytes = new MemoryStream();
        while (_at < text.Length && text[_at] != quote && text[_at] != '\n')
        {
            if (text[_at] == '\\')
            {
                TextEscape.Read(text, ref _at, Here, bytes);
                continue;
            }

            var end = text.AsSpan(_at).IndexOfAny(quote, '\\', '\n');
            end = end < 0 ? text.Length : _at + end;
            bytes.Write(Encoding.UTF8.GetBytes(text[_at..end]));
            _at = end;
        }

        if (_at >= text.Length || text[_at] != quote)
        {
            throw SuiteException.Malformed(opened, "the string has no closing quote on its line");
        }

        _at++;
        return bytes.ToArray();
    }
}
