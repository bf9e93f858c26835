using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProxyWasm.Testing.Suites;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Scenarios.Reading;

/// <summary>Reads the values of which scenarios are made.</summary>
internal static partial class ValueReader
{
    private static readonly (string Unit, double Milliseconds)[] Units =
        [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    public static bool IsNothing(SuiteNode node) => node is ScalarNode { IsQuoted: false, Bytes.Length: 0 };

    public static string Text(SuiteNode node, string what) => node is ScalarNode scalar
        ? scalar.Text
        : throw SuiteException.BadValue(
            node.Place, $"expected one value for {what}, found {node.Form}", "Write the value behind the name");

    /// <summary>A text, or <c>base64</c> with bytes that are no text.</summary>
    public static byte[] Bytes(SuiteNode node, string what)
    {
        if (node is ScalarNode scalar)
        {
            return scalar.Bytes;
        }

        var fields = new MessageReader(node, what);
        var text = fields.Text("base64");
        fields.Complete();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : throw SuiteException.BadValue(
            node.Place, $"expected base64 for {what}, found \"{text}\"", "Write the bytes in base64, or as a text");
    }

    /// <summary>Names with one value or a list of values each, in order.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers(SuiteNode node, string what)
    {
        var fields = new List<(string Name, string Value)>();
        foreach (var (name, value) in Entries(node, what))
        {
            var values = value is ListNode list ? list.Items : [value];
            fields.AddRange(values.Select(item => (name, Latin1(Text(item, $"\"{name}\"")))));
        }

        return fields;
    }

    /// <summary>The fields of a map with free names.</summary>
    public static IEnumerable<(string Name, SuiteNode Value)> Entries(SuiteNode node, string what) => node switch
    {
        MessageNode map => map.Fields.Select(field => (field.Name, field.Value)),
        _ when IsNothing(node) => [],
        _ => throw SuiteException.BadValue(
            node.Place, $"expected {what}, found {node.Form}", "Write name: value for each"),
    };

    public static IReadOnlyList<SuiteNode> Items(SuiteNode node) =>
        node is ListNode list ? list.Items : IsNothing(node) ? [] : [node];

    /// <summary>Such as <c>20ms</c>, <c>1.5s</c>, <c>2m</c>, <c>1h</c>.</summary>
    public static TimeSpan Duration(SuiteNode node, string what)
    {
        const double MaxMilliseconds = 365.0 * 24 * 3_600_000;
        var text = Text(node, what);
        var match = DurationText().Match(text);
        if (match.Success)
        {
            var number = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var unit = Units.Single(known => known.Unit == match.Groups[2].Value).Milliseconds;
            if (number * unit <= MaxMilliseconds)
            {
                return TimeSpan.FromMilliseconds(number * unit);
            }
        }

        throw SuiteException.BadValue(
            node.Place,
            $"expected a time of at most a year for {what}, found \"{text}\"",
            "Write a number with ms, s, m or h, such as 20ms");
    }

    /// <summary>A text stands for itself, nothing for absence; else exact, contains or regex.</summary>
    public static TextMatcher Matcher(SuiteNode node, string what)
    {
        if (node is ScalarNode scalar)
        {
            return IsNothing(scalar) ? new TextMatcher() : new TextMatcher { Exact = scalar.Text };
        }

        var fields = new MessageReader(node, $"a matcher for {what}");
        fields.OnlyOneOf("exact", "contains", "regex");
        var matcher = new TextMatcher
        {
            Exact = fields.Scalar("exact")?.Text,
            Contained = fields.Scalar("contains")?.Text,
            Pattern = fields.Scalar("regex") is { } pattern ? Re2Pattern.Compile(pattern.Text, pattern.Place) : null,
            Source = fields.Text("regex"),
        };
        fields.Complete();
        return !matcher.IsAbsent ? matcher : throw SuiteException.BadValue(
            node.Place, $"expected exact, contains or regex for {what}, found none", "Write one of them, or a text");
    }

    /// <summary>A configuration: a text byte for byte, or a map that becomes JSON.</summary>
    public static ReadOnlyMemory<byte> Configuration(SuiteNode node)
    {
        if (node is ScalarNode scalar)
        {
            return scalar.Bytes;
        }

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            WriteJson(writer, node);
        }

        return bytes.ToArray();
    }

    private static void WriteJson(Utf8JsonWriter writer, SuiteNode node)
    {
        switch (node)
        {
            case MessageNode map:
                writer.WriteStartObject();
                foreach (var field in map.Fields)
                {
                    writer.WritePropertyName(field.Name);
                    WriteJson(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    WriteJson(writer, item);
                }

                writer.WriteEndArray();
                break;
            case ScalarNode { IsQuoted: false } scalar when IsNothing(scalar):
                writer.WriteNullValue();
                break;
            case ScalarNode { IsQuoted: false, Text: "true" or "false" } scalar:
                writer.WriteBooleanValue(scalar.Text == "true");
                break;
            case ScalarNode { IsQuoted: false } scalar when NumberText().IsMatch(scalar.Text):
                writer.WriteRawValue(scalar.Text);
                break;
            default:
                writer.WriteStringValue(((ScalarNode)node).Bytes);
                break;
        }
    }

    // Characters of header values stand for bytes.
    private static string Latin1(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"\A([0-9]{1,15}(?:\.[0-9]{1,9})?)(ms|s|m|h)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationText();

    [GeneratedRegex(@"\A-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberText();
}
