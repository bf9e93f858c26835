using System.Globalization;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Metrics;

/// <summary>The Prometheus text format, version 0.0.4.</summary>
internal sealed class PrometheusText(TextWriter writer)
{
    /// <summary>
    /// A name that Prometheus and OpenTelemetry accept: letters, digits and underscores, a letter first.
    /// </summary>
    public static string Sanitize(string name)
    {
        var text = string.Create(name.Length, name, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
            }
        });
        return text.Length > 0 && char.IsAsciiLetter(text[0]) ? text : "wasm_" + text;
    }

    public void Family(string name, MetricType type)
    {
        writer.Write("# TYPE ");
        writer.Write(name);
        writer.Write(type switch
        {
            MetricType.Counter => " counter\n",
            MetricType.Gauge => " gauge\n",
            _ => " histogram\n",
        });
    }

    /// <summary>One line; <paramref name="bound"/> is the label <c>le</c>, its largest value means infinity.</summary>
    public void Sample(string name, string suffix, string plugin, ulong? bound, ulong value)
    {
        writer.Write(name);
        writer.Write(suffix);
        writer.Write("{plugin=\"");
        WriteLabel(plugin);
        if (bound is { } upper)
        {
            writer.Write("\",le=\"");
            writer.Write(upper == ulong.MaxValue ? "+Inf" : upper.ToString(CultureInfo.InvariantCulture));
        }

        writer.Write("\"} ");
        writer.Write(value.ToString(CultureInfo.InvariantCulture));
        writer.Write('\n');
    }

    private void WriteLabel(string value)
    {
        foreach (var c in value)
        {
            switch (c)
            {
                case '\\':
                    writer.Write("\\\\");
                    break;
                case '"':
                    writer.Write("\\\"");
                    break;
                case '\n':
                    writer.Write("\\n");
                    break;
                default:
                    writer.Write(c);
                    break;
            }
        }
    }
}
