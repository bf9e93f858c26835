using System.Text;
using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>
/// A node with its path, read as what protobuf's JSON form allows there. A read that fails reports the problem and
/// answers null, so that reading goes on and finds the next problem.
/// </summary>
internal sealed class ConfigurationValue(ConfigurationNode node, ConfigurationPath path, ReadContext context)
{
    public ConfigurationNode Node { get; } = node;

    public ConfigurationPath Path { get; } = path;

    public ReadContext Context { get; } = context;

    public TextPosition Position => Node.Position;

    public bool IsNull => Node is ScalarNode { IsNull: true };

    public void Report(string id, string message, string advice) => Context.Report(id, this, message, advice);

    /// <summary>The fields of a message of the named kind ("a listener").</summary>
    public MessageFields? AsMessage(string kind)
    {
        if (Node is MappingNode mapping)
        {
            return new MessageFields(mapping, this, kind);
        }

        ReportShape($"{kind} (a map)");
        return null;
    }

    /// <summary>A message that must be empty, such as <c>{}</c>, apart from fields named not supported.</summary>
    public void AsEmptyMessage(string kind, params ReadOnlySpan<string> unsupported) =>
        AsMessage(kind)?.RefuseOthers(unsupported);

    /// <summary>
    /// The items of a list. A single value counts as a list of one, as in Envoy's parser; published examples rely on
    /// it.
    /// </summary>
    public IEnumerable<ConfigurationValue> AsList()
    {
        if (Node is not SequenceNode sequence)
        {
            return [this];
        }

        return sequence.Items.Select((item, index) => new ConfigurationValue(item, Path.Item(index), Context));
    }

    /// <summary>The entries of a map with free keys.</summary>
    public IEnumerable<KeyValuePair<string, ConfigurationValue>> AsMap(string kind)
    {
        if (Node is not MappingNode mapping)
        {
            ReportShape($"{kind} (a map)");
            return [];
        }

        return mapping.Entries.Select(entry => KeyValuePair.Create(
            entry.Key, new ConfigurationValue(entry.Value, Path.Field(entry.Key), Context)));
    }

    /// <summary>
    /// Text. Plain numbers and words are taken as they are written, because "<c>PORT: 8080</c>" has one meaning only
    /// where text is expected.
    /// </summary>
    public string? AsText() => AsScalar("text")?.Text;

    /// <summary>Text as its UTF-8 bytes.</summary>
    public byte[]? AsUtf8() => AsText() is { } text ? Encoding.UTF8.GetBytes(text) : null;

    /// <summary>Text that is not empty.</summary>
    public string? AsName()
    {
        var text = AsText();
        if (text is "")
        {
            Report(ConfigurationProblemIds.InvalidValue, "expected a name, found empty text", "give it a name");
            return null;
        }

        return text;
    }

    /// <summary>A whole number, written as a number or as text.</summary>
    public int? AsInteger(int least, int most)
    {
        if (AsScalar("a number") is not { } scalar)
        {
            return null;
        }

        if (PlainScalars.TryReadInteger(scalar.Text, out var number) && number >= least && number <= most)
        {
            return (int)number;
        }

        return Invalid<int>(FormattableString.Invariant($"a whole number from {least} to {most}"));
    }

    public bool? AsBoolean()
    {
        if (AsScalar("true or false") is not { } scalar)
        {
            return null;
        }

        return PlainScalars.TryReadBoolean(scalar.Text, out var value) ? value : Invalid<bool>("true or false");
    }

    /// <summary>A duration in seconds, such as <c>0.25s</c>.</summary>
    public TimeSpan? AsDuration(TimeSpan least)
    {
        if (AsScalar("a duration such as \"0.25s\"") is not { } scalar)
        {
            return null;
        }

        if (!DurationText.TryRead(scalar.Text, out var duration))
        {
            return Invalid<TimeSpan>("a duration in seconds such as \"0.25s\"", DurationText.Suggest(scalar.Text));
        }

        return duration >= least
            ? duration : Invalid<TimeSpan>($"a duration of at least {DurationText.Write(least)}");
    }

    /// <summary>Bytes in base64, with either alphabet, with or without padding.</summary>
    public byte[]? AsBytes()
    {
        if (AsScalar("bytes as base64 text") is not { } scalar)
        {
            return null;
        }

        if (Base64Text.TryRead(scalar.Text, out var bytes))
        {
            return bytes;
        }

        Report(
            ConfigurationProblemIds.InvalidValue,
            $"expected bytes as base64 text, found {scalar.Describe()}",
            "encode the bytes with base64, or use the field for text");
        return null;
    }

    /// <summary>An enumeration's value, by name or by number.</summary>
    public T? AsEnum<T>(EnumNames<T> names)
        where T : struct => AsScalar(names.Kind) is { } scalar ? names.Read(scalar, this) : null;

    public void ReportShape(string expected) => Report(
        ConfigurationProblemIds.WrongShape,
        $"expected {expected}, found {Node.Describe()}",
        Node is ScalarNode ? "check the indentation of the lines below it" : "");

    private ScalarNode? AsScalar(string expected)
    {
        if (Node is ScalarNode { IsNull: false } scalar)
        {
            return scalar;
        }

        Report(ConfigurationProblemIds.WrongShape, $"expected {expected}, found {Node.Describe()}", "");
        return null;
    }

    private T? Invalid<T>(string expected, string advice = "")
        where T : struct
    {
        Report(ConfigurationProblemIds.InvalidValue, $"expected {expected}, found {Node.Describe()}", advice);
        return null;
    }
}
