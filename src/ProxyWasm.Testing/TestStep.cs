using System.Text;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Testing;

/// <summary>What one event did: the plugin's decision, and what had come out when everything was quiet again.</summary>
public sealed class TestStep
{
    /// <summary>What became of the event when the callback had returned.</summary>
    public required StepAction Action { get; init; }

    /// <summary>The headers of the event's direction, or its trailers if they were the event.</summary>
    public required TestHeaders Headers { get; init; }

    /// <summary>Body bytes that passed the plugin in this step.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The same as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The local response that this step brought about; else null.</summary>
    public TestLocalResponse? LocalResponse { get; init; }

    /// <summary>What the plugin logged in this step.</summary>
    public required IReadOnlyList<PluginLogRecord> Logs { get; init; }
}
