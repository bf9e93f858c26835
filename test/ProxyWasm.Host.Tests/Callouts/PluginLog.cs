using System.Collections.Concurrent;
using System.Threading.Channels;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>Collects what a plugin logs, so that a test can wait for the next line.</summary>
internal sealed class PluginLog : IPluginLogSink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> _errors = new();

    public LogLevel Level => LogLevel.Trace;

    /// <summary>What the host logged in the plugin's name.</summary>
    public IEnumerable<string> Errors => _errors;

    public void Write(in PluginLogRecord record)
    {
        if (record.Level == LogLevel.Info)
        {
            _lines.Writer.TryWrite(record.Message);
        }
        else
        {
            _errors.Enqueue(record.Message);
        }
    }

    /// <summary>The next line of the plugin.</summary>
    public async Task<string> NextAsync() =>
        await _lines.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>The next lines of the plugin.</summary>
    public async Task<string[]> NextAsync(int count)
    {
        var lines = new string[count];
        for (var i = 0; i < count; i++)
        {
            lines[i] = await NextAsync();
        }

        return lines;
    }

    /// <summary>Whether there is a line that nobody has asked for.</summary>
    public bool HasMore => _lines.Reader.Count > 0;
}
