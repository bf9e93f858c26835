using System.Globalization;

namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>
/// Takes the fields of one message by name. <see cref="Complete"/> then refuses what nobody asked for, which is most
/// often a typing error.
/// </summary>
internal sealed class MessageReader
{
    private readonly MessageNode _node;
    private readonly string _message;
    private readonly List<string> _known = [];
    private readonly HashSet<FieldNode> _taken = new(ReferenceEqualityComparer.Instance);

    /// <param name="node">The fields.</param>
    /// <param name="message">What they belong to, with its article, for messages.</param>
    public MessageReader(SuiteNode node, string message)
    {
        // A name without a value stands for a message without fields.
        _node = node switch
        {
            MessageNode fields => fields,
            ScalarNode { IsQuoted: false, Bytes.Length: 0 } => new MessageNode(node.Place, []),
            _ => throw SuiteException.BadValue(
                node.Place, $"expected the fields of {message}, found {node.Form}", "Write name: value for each field"),
        };
        _message = message;
    }

    public SuitePlace Place => _node.Place;

    /// <summary>All values of a repeated field: a list, or the field several times.</summary>
    public IEnumerable<SuiteNode> Repeated(string name)
    {
        foreach (var field in Find(name))
        {
            if (field.Value is ListNode list)
            {
                foreach (var item in list.Items)
                {
                    yield return item;
                }
            }
            else if (field.Value is not ScalarNode { IsQuoted: false, Bytes.Length: 0 })
            {
                yield return field.Value;
            }
        }
    }

    /// <summary>The value of a field that may stand once; null when it is absent.</summary>
    public SuiteNode? Single(string name)
    {
        FieldNode? found = null;
        foreach (var field in Find(name))
        {
            found = found is null ? field : throw SuiteException.BadValue(
                field.Place, $"\"{name}\" is given twice", "Remove one of them");
        }

        return found?.Value;
    }

    public ScalarNode? Scalar(string name) => Single(name) switch
    {
        null => null,
        ScalarNode { IsQuoted: false, Bytes.Length: 0 } => null,
        ScalarNode scalar => scalar,
        var other => throw SuiteException.BadValue(
            other.Place, $"expected one value for \"{name}\", found {other.Form}", "Write the value behind the name"),
    };

    public string Text(string name) => Scalar(name)?.Text ?? "";

    public byte[]? Bytes(string name) => Scalar(name)?.Bytes;

    public bool Flag(string name) => Scalar(name) switch
    {
        null => false,
        { Text: "true" or "True" or "TRUE" or "t" or "1" } => true,
        { Text: "false" or "False" or "FALSE" or "f" or "0" } => false,
        var other => throw SuiteException.BadValue(
            other.Place, $"expected true or false for \"{name}\", found \"{other.Text}\"", "Write one of them"),
    };

    /// <summary>A whole number within bounds; null when it is absent.</summary>
    public long? Number(string name, long minimum, long maximum)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        if (!long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < minimum
            || number > maximum)
        {
            throw SuiteException.BadValue(
                scalar.Place,
                $"expected a whole number from {minimum} to {maximum} for \"{name}\", found \"{scalar.Text}\"",
                "Write a number within these bounds");
        }

        return number;
    }

    /// <summary>Refuses two fields that exclude each other.</summary>
    public void OnlyOneOf(params ReadOnlySpan<string> names)
    {
        string? first = null;
        foreach (var name in names)
        {
            if (Scalar(name) is not { } scalar)
            {
                continue;
            }

            first = first is null ? name : throw SuiteException.BadValue(
                scalar.Place, $"\"{first}\" and \"{name}\" exclude each other", "Keep one of them");
        }
    }

    /// <summary>Refuses fields that have no meaning.</summary>
    public void Complete()
    {
        foreach (var field in _node.Fields)
        {
            if (!_taken.Contains(field))
            {
                throw SuiteException.UnknownField(
                    field.Place,
                    field.Name,
                    _message,
                    $"Take one of: {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
            }
        }
    }

    private IEnumerable<FieldNode> Find(string name)
    {
        if (!_known.Contains(name))
        {
            _known.Add(name);
        }

        foreach (var field in _node.Fields)
        {
            if (field.Name == name || field.Name == CamelCase(name))
            {
                _taken.Add(field);
                yield return field;
            }
        }
    }

    // The JSON name of a protobuf field, which the public tool takes in YAML too.
    private static string CamelCase(string name)
    {
        var parts = name.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
