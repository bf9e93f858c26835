using Microsoft.Extensions.Logging;

namespace Wildgate.Gateway.Tests.Serving;

/// <summary>Keeps what a gateway logs from a level on.</summary>
internal sealed class RecordedLog(LogLevel least = LogLevel.Warning) : ILoggerFactory, ILogger
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>What was logged so far, as <c>Level message</c>.</summary>
    public string[] Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (_gate)
            {
                _lines.Add($"{logLevel} {formatter(state, exception)}");
            }
        }
    }

    public void Dispose()
    {
    }
}
