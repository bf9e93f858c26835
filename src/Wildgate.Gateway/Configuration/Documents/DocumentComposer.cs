using Wildgate.Gateway.Configuration.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>
/// Composes the node graph of one YAML document from parser events. It does not use the library's own representation
/// model, because that stops at the first duplicate key and knows no limit on depth or on what aliases unfold to.
/// </summary>
internal sealed class DocumentComposer
{
    private readonly GuardedParser _parser;
    private readonly ProblemList _problems;

    // Null marks an anchor whose node is still being composed: an alias to it would close a cycle.
    private readonly Dictionary<AnchorName, ConfigurationNode?> _anchors = [];
    private readonly TextPosition _end;
    private long _nodes;
    private long _characters;

    private DocumentComposer(string text, ProblemList problems)
    {
        _parser = new GuardedParser(text);
        _problems = problems;
        _end = DocumentText.EndOf(text);
    }

    /// <summary>
    /// The root node, or null when the text cannot be read at all; problems that leave a readable document are added
    /// as well.
    /// </summary>
    public static ConfigurationNode? Compose(string text, ProblemList problems)
    {
        try
        {
            return new DocumentComposer(text, problems).ReadStream();
        }
        catch (DocumentRefusedException refusal)
        {
            problems.Add(refusal.Id, refusal.Position, refusal.Path, refusal.Message, refusal.Advice);
        }
        catch (YamlException failure)
        {
            SyntaxProblem.Report(text, failure, problems);
        }

        return null;
    }

    private ConfigurationNode ReadStream()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out var end))
        {
            throw new DocumentRefusedException(
                ConfigurationProblemIds.DocumentCount,
                Place(end),
                ConfigurationPath.Root,
                "expected a configuration, found no document",
                "start with static_resources:");
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(ConfigurationPath.Root);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            throw new DocumentRefusedException(
                ConfigurationProblemIds.DocumentCount,
                Place(second),
                ConfigurationPath.Root,
                "expected one document, found another one",
                "keep each configuration in a file of its own");
        }

        _parser.Consume<StreamEnd>();
        return root;
    }

    private ConfigurationNode ReadNode(ConfigurationPath path)
    {
        var current = _parser.Consume<ParsingEvent>();
        var position = Place(current);
        CheckDepth(path.Depth, position, path);
        return current switch
        {
            AnchorAlias alias => ReadAlias(alias, path, position),
            Scalar scalar => Anchor(scalar, ReadScalar(scalar, path, position)),
            SequenceStart start => Anchor(start, ReadSequence(start, path, position)),
            MappingStart start => Anchor(start, ReadMapping(start, path, position)),
            _ => throw new SemanticErrorException(current.Start, current.End, "expected a scalar, a list or a map"),
        };
    }

    private ConfigurationNode Anchor(NodeEvent start, ConfigurationNode node)
    {
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = node;
        }

        return node;
    }

    private ConfigurationNode ReadAlias(AnchorAlias alias, ConfigurationPath path, TextPosition position)
    {
        if (!_anchors.TryGetValue(alias.Value, out var node) || node is null)
        {
            var what = node is null && _anchors.ContainsKey(alias.Value)
                ? "an alias that contains itself" : "an alias without its anchor";
            throw new DocumentRefusedException(
                ConfigurationProblemIds.UnsupportedYaml,
                position,
                path,
                $"expected an alias of an earlier node, found {what}: {Quotation.Of(alias.Value.Value)}",
                "write the value out, or put its anchor (&name) before the alias");
        }

        CheckDepth(path.Depth + node.Height - 1, position, path);
        Count(node.UnfoldedNodes, node.UnfoldedCharacters, position, path);
        return node;
    }

    private ScalarNode ReadScalar(Scalar scalar, ConfigurationPath path, TextPosition position)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
        if (!scalar.Tag.IsEmpty)
        {
            isPlain = CoreTags.IsResolvedByContent(scalar.Tag, position, path, _problems);
        }

        Count(1, scalar.Value.Length, position, path);
        return new ScalarNode(position, scalar.Value, isPlain);
    }

    private SequenceNode ReadSequence(SequenceStart start, ConfigurationPath path, TextPosition position)
    {
        CoreTags.CheckCollection(start.Tag, CoreTags.Sequence, position, path, _problems);
        Open(start);
        Count(1, 0, position, path);
        var node = new SequenceNode(position);
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            node.Add(ReadNode(path.Item(node.Items.Count)));
        }

        _parser.Consume<SequenceEnd>();
        return node;
    }

    private MappingNode ReadMapping(MappingStart start, ConfigurationPath path, TextPosition position)
    {
        CoreTags.CheckCollection(start.Tag, CoreTags.Mapping, position, path, _problems);
        Open(start);
        Count(1, 0, position, path);
        var node = new MappingNode(position);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            // An alias used as a key has its own place, not the place of the node it stands for.
            var keyPosition = _parser.Accept<ParsingEvent>(out var next) ? Place(next) : position;
            var key = ReadNode(path.Item(node.Entries.Count));
            var valuePath = path.Field((key as ScalarNode)?.Text ?? "");
            AddEntry(node, path, new KeyNode(key, keyPosition), ReadNode(valuePath));
        }

        _parser.Consume<MappingEnd>();
        return node;
    }

    private void AddEntry(MappingNode node, ConfigurationPath path, KeyNode key, ConfigurationNode value)
    {
        if (key.Node is not ScalarNode name)
        {
            _problems.Add(
                ConfigurationProblemIds.UnsupportedYaml,
                key.Position,
                path,
                $"expected a field name, found {key.Node.Describe()} as a key",
                "a key is a plain word or quoted text");
        }
        else if (!node.TryAdd(new MappingEntry(name.Text, key.Position, value)))
        {
            _problems.Add(
                ConfigurationProblemIds.DuplicateKey,
                key.Position,
                path.Field(name.Text),
                $"expected each key once, found {Quotation.Of(name.Text)} again in the same map",
                "keep one of them");
        }
    }

    private TextPosition Place(ParsingEvent at) => TextPosition.Of(at.Start).AtMost(_end);

    private void Open(NodeEvent start)
    {
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = null;
        }
    }

    private void Count(long nodes, long characters, TextPosition position, ConfigurationPath path)
    {
        _nodes += nodes;
        _characters += characters;
        if (_nodes > DocumentLimits.Nodes || _characters > DocumentLimits.Characters)
        {
            throw new DocumentRefusedException(
                ConfigurationProblemIds.LimitExceeded,
                position,
                path,
                FormattableString.Invariant(
                    $"expected at most {DocumentLimits.Nodes} values with aliases written out, found more"),
                "split the configuration, and use fewer aliases of aliases");
        }
    }

    private static void CheckDepth(int depth, TextPosition position, ConfigurationPath path)
    {
        if (depth > DocumentLimits.Depth)
        {
            throw new DocumentRefusedException(
                ConfigurationProblemIds.LimitExceeded,
                position,
                path,
                FormattableString.Invariant($"expected at most {DocumentLimits.Depth} levels, found deeper nesting"),
                "flatten the value");
        }
    }

    private readonly record struct KeyNode(ConfigurationNode Node, TextPosition Position);
}
