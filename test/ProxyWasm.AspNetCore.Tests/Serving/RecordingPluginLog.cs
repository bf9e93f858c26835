using System.Collections.Concurrent;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.AspNetCore.Tests.Serving;

/// <summary>Keeps what plugins say.</summary>
internal sealed class RecordingPluginLog : IPluginLogSink
{
    private readonly ConcurrentQueue<string> _messages = new();

    public LogLevel Level => LogLevel.Trace;

    public IReadOnlyList<string> Messages => [.. _messages];

    public void Write(in PluginLogRecord record) => _messages.Enqueue($"{record.PluginName}: {record.Message}");
}
