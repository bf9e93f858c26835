using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>
/// Reads YAML. Every scalar is text, as in the public tool; anchors are resolved, tags have no meaning.
/// </summary>
internal sealed class YamlReader
{
    private readonly string _file;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, SuiteNode> _anchors = [];
    private int _nodes;

    private YamlReader(string file, string text)
    {
        _file = file;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>Reads the one document of a text; null when there is none.</summary>
    /// <exception cref="SuiteException">The text is not YAML or exceeds a limit.</exception>
    public static SuiteNode? Read(string file, string text)
    {
        var reader = new YamlReader(file, text);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException error)
        {
            throw SuiteException.Malformed(
                reader.At(error.Start), $"the text is not YAML: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    private SuiteNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
        {
            throw SuiteException.Malformed(At(second.Start), "expected one document, found a second");
        }

        return root is ScalarNode { IsQuoted: false, Bytes.Length: 0 } ? null : root;
    }

    private SuiteNode ReadNode(int depth)
    {
        var place = At(_parser.Current!.Start);
        if (depth > DocumentLimits.Depth || ++_nodes > DocumentLimits.Nodes)
        {
            throw SuiteException.Malformed(place, "the text is too deep or has too many values for a suite");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.GetValueOrDefault(alias.Value)
                ?? throw SuiteException.Malformed(place, $"there is no anchor \"{alias.Value}\" before this alias");
        }

        var anchor = ((NodeEvent)_parser.Current).Anchor;
        SuiteNode node = _parser.Current switch
        {
            MappingStart => ReadMessage(place, depth),
            SequenceStart => ReadList(place, depth),
            _ => ReadScalar(place),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private MessageNode ReadMessage(SuitePlace place, int depth)
    {
        var fields = new List<FieldNode>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        _parser.Consume<MappingStart>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var keyPlace = At(_parser.Current!.Start);
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw SuiteException.Malformed(keyPlace, "expected the name of a field, found another form");
            }

            if (!names.Add(key.Value))
            {
                throw SuiteException.BadValue(keyPlace, $"\"{key.Value}\" is given twice", "Remove one of them");
            }

            fields.Add(new FieldNode(keyPlace, key.Value, ReadNode(depth + 1)));
        }

        return new MessageNode(place, fields);
    }

    private ListNode ReadList(SuitePlace place, int depth)
    {
        var items = new List<SuiteNode>();
        _parser.Consume<SequenceStart>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new ListNode(place, items);
    }

    private ScalarNode ReadScalar(SuitePlace place)
    {
        var scalar = _parser.Consume<Scalar>();
        var isPlain = scalar.Style == ScalarStyle.Plain;

        // What YAML calls null stands for a field that is not set.
        var text = isPlain && scalar.Value is "~" or "null" or "Null" or "NULL" ? "" : scalar.Value;
        return new ScalarNode(place, Encoding.UTF8.GetBytes(text), !isPlain);
    }

    private SuitePlace At(Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);
}
