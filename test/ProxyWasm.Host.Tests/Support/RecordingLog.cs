using System.Collections.Concurrent;
using System.Threading.Channels;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Host.Tests.Support;

/// <summary>Keeps what plugins log, and lets a test wait for the next record.</summary>
internal sealed class RecordingLog : IPluginLogSink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<PluginLogRecord> _records = new();
    private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();

    public LogLevel Level => LogLevel.Info;

    public IEnumerable<string> Messages => _records.Select(record => record.Message);

    public IEnumerable<PluginLogRecord> Records => _records;

    public void Write(in PluginLogRecord record)
    {
        _records.Enqueue(record);
        _unread.Writer.TryWrite(record.Message);
    }

    /// <summary>The next message that was not read yet; fails the test when none comes.</summary>
    public async Task<string> NextAsync()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        return await _unread.Reader.ReadAsync(timeout.Token);
    }

    /// <summary>Forgets everything so far.</summary>
    public void Clear()
    {
        _records.Clear();
        while (_unread.Reader.TryRead(out _))
        {
        }
    }
}
