using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>What the plugin logs, phase by phase.</summary>
internal sealed class PhaseLog(LogLevel level, TextWriter? output) : IPluginLogSink
{
    private readonly List<byte[]> _phase = [];
    private readonly List<string> _all = [];

    public LogLevel Level => level;

    /// <summary>Lines of the phase that runs, or ran last.</summary>
    public IReadOnlyList<byte[]> Phase => _phase;

    /// <summary>All lines, and what the host remarked.</summary>
    public IReadOnlyList<string> All => _all;

    /// <summary>What comes from here on does not belong to the case: its plugin has failed and starts again.</summary>
    public bool IsClosed { get; set; }

    public void BeginPhase() => _phase.Clear();

    public void Write(in PluginLogRecord record)
    {
        if (IsClosed)
        {
            return;
        }

        var name = record.Level.ToString().ToLowerInvariant();
        _all.Add($"{name}: {record.Message}");
        if (!record.IsHostRemark)
        {
            _phase.Add(Encoding.UTF8.GetBytes(record.Message));
            output?.WriteLine(record.Message);
        }
    }
}
