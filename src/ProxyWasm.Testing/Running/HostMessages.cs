using Microsoft.Extensions.Logging;

namespace ProxyWasm.Testing.Running;

/// <summary>Keeps what the host says about the plugin.</summary>
internal sealed class HostMessages : ILoggerFactory, ILogger
{
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("a test host has one place for the messages of the host");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _texts.Add(formatter(state, exception) + (exception is null ? "" : $" {exception}"));
        }
    }

    public void Dispose()
    {
    }
}
