namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>Reads protobuf text into the same form as YAML.</summary>
internal sealed class TextFormatReader
{
    private readonly TextLexer _lexer;
    private TextToken _token;
    private int _nodes;

    private TextFormatReader(string file, string text)
    {
        _lexer = new TextLexer(file, text);
        _token = _lexer.Next();
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="SuiteException">The text is not well-formed or exceeds a limit.</exception>
    public static MessageNode Read(string file, string text)
    {
        var reader = new TextFormatReader(file, text);
        return reader.ReadFields(TextTokenKind.End, '\0', 0);
    }

    private MessageNode ReadFields(TextTokenKind endKind, char end, int depth)
    {
        var place = _token.Place;
        if (depth > DocumentLimits.Depth)
        {
            throw SuiteException.Malformed(place, "the text is too deep for a suite");
        }

        var fields = new List<FieldNode>();
        while (endKind == TextTokenKind.End ? _token.Kind != TextTokenKind.End : !_token.Is(end))
        {
            fields.Add(ReadField(depth));
            if (_token.Is(',') || _token.Is(';'))
            {
                Advance();
            }
        }

        Advance();
        return new MessageNode(place, fields);
    }

    private FieldNode ReadField(int depth)
    {
        var name = _token;
        if (name.Is('['))
        {
            throw SuiteException.UnknownField(name.Place, "[", "this message", "Extensions have no meaning in a suite");
        }

        if (name.Kind != TextTokenKind.Word)
        {
            throw Unexpected("the name of a field");
        }

        Advance();
        var hasColon = _token.Is(':');
        if (hasColon)
        {
            Advance();
        }

        if (!hasColon && !_token.Is('{') && !_token.Is('<') && !_token.Is('['))
        {
            throw Unexpected($"\":\" after \"{name.Text}\"");
        }

        return new FieldNode(name.Place, name.Text, ReadValue(depth));
    }

    private SuiteNode ReadValue(int depth)
    {
        var place = _token.Place;
        if (++_nodes > DocumentLimits.Nodes)
        {
            throw SuiteException.Malformed(place, "the text has too many values for a suite");
        }

        if (_token.Is('{') || _token.Is('<'))
        {
            var end = _token.Is('{') ? '}' : '>';
            Advance();
            return ReadFields(TextTokenKind.Symbol, end, depth + 1);
        }

        if (_token.Is('['))
        {
            return ReadList(place, depth);
        }

        return _token.Kind switch
        {
            TextTokenKind.String => ReadString(place),
            TextTokenKind.Word => ReadWord(place),
            _ => throw Unexpected("a value"),
        };
    }

    private ListNode ReadList(SuitePlace place, int depth)
    {
        if (depth > DocumentLimits.Depth)
        {
            throw SuiteException.Malformed(place, "the text is too deep for a suite");
        }

        var items = new List<SuiteNode>();
        Advance();
        while (!_token.Is(']'))
        {
            items.Add(ReadValue(depth + 1));
            if (_token.Is(','))
            {
                Advance();
            }
            else if (!_token.Is(']'))
            {
                throw Unexpected("\",\" or \"]\"");
            }
        }

        Advance();
        return new ListNode(place, items);
    }

    // Strings that follow each other are one.
    private ScalarNode ReadString(SuitePlace place)
    {
        using var bytes = new MemoryStream();
        while (_token.Kind == TextTokenKind.String)
        {
            bytes.Write(_token.Bytes);
            Advance();
        }

        return new ScalarNode(place, bytes.ToArray(), IsQuoted: true);
    }

    private ScalarNode ReadWord(SuitePlace place)
    {
        var text = _token.Text;
        Advance();
        return new ScalarNode(place, System.Text.Encoding.ASCII.GetBytes(text), IsQuoted: false);
    }

    private void Advance() => _token = _lexer.Next();

    private SuiteException Unexpected(string expected) =>
        SuiteException.Malformed(_token.Place, $"expected {expected}, found {Quoted(_token)}");

    private static string Quoted(TextToken token) => token.Kind == TextTokenKind.End ? token.Text : $"\"{token.Text}\"";
}
