using System.Globalization;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Conformance.Tests.Running;

/// <summary>Writes down what the module logs, in the form of the <c>.expected</c> files.</summary>
public sealed class Transcript : IPluginLogSink
{
    private static readonly HashSet<string> StartCallbacks =
    [
        "", "_initialize", "_start", "main", "__main_void", "proxy_on_context_create", "proxy_on_vm_start",
        "proxy_on_configure",
    ];

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private string? _callback;
    private bool _hasFailed;

    public LogLevel Level => LogLevel.Trace;

    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString().TrimEnd('\n');
        }
    }

    /// <summary>Separates two calls of the same callback.</summary>
    public void BeginEvent()
    {
        lock (_gate)
        {
            _callback = null;
        }
    }

    /// <summary>The virtual machine failed: what starts from here on is its successor, which does not count.</summary>
    public void IgnoreStarts()
    {
        lock (_gate)
        {
            _hasFailed = true;
        }
    }

    public void Write(in PluginLogRecord record)
    {
        if (record.IsHostRemark)
        {
            return;
        }

        lock (_gate)
        {
            if (_hasFailed && StartCallbacks.Contains(record.Callback))
            {
                return;
            }

            if (_callback != record.Callback)
            {
                _callback = record.Callback;
                _text.Append(_text.Length == 0 ? "" : "\n").Append('[').Append(_callback).Append("]\n");
            }

            _text.Append(Line(record)).Append('\n');
        }
    }

    private static string Line(in PluginLogRecord record)
    {
        var text = new StringBuilder();
        if (record.Level != LogLevel.Info)
        {
            text.Append(record.Level.ToString().ToLowerInvariant()).Append(": ");
        }

        text.Append(record.Message.Length == 0 ? "<empty>" : "");
        foreach (var character in record.Message)
        {
            if (char.IsControl(character))
            {
                text.Append('\\').Append(((int)character).ToString("x2", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }

        return text.ToString();
    }
}
