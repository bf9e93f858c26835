using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Interop.Tests.Serving;

/// <summary>Keeps what plugins log, and what the gateway logs at level error and above.</summary>
internal sealed class RecordingLog : IPluginLogSink, ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _plugin = new();
    private readonly ConcurrentQueue<string> _errors = new();

    public Abi.LogLevel Level => Abi.LogLevel.Info;

    public IReadOnlyList<string> PluginMessages => [.. _plugin];

    public IReadOnlyList<string> Errors => [.. _errors];

    public void Write(in PluginLogRecord record) => _plugin.Enqueue($"{record.PluginName}: {record.Message}");

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _errors.Enqueue(formatter(state, exception) + exception);
        }
    }

    public void Dispose()
    {
    }
}
