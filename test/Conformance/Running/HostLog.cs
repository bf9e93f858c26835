using Microsoft.Extensions.Logging;

namespace ProxyWasm.Conformance.Tests.Running;

/// <summary>Keeps what the host says about plugins.</summary>
public sealed class HostLog : ILoggerFactory, ILogger
{
    private const int FailureEvent = 200;
    private const int DefectEvent = 203;

    private readonly Lock _gate = new();
    private readonly List<(int Event, string Text)> _records = [];

    /// <summary>Called when a plugin fails, before anything else happens.</summary>
    public Action? OnFailure { get; set; }

    /// <summary>Reports of failed plugins.</summary>
    public IReadOnlyList<string> Failures => Select(FailureEvent);

    /// <summary>Reports of defects of the host itself; there must be none.</summary>
    public IReadOnlyList<string> Defects => Select(DefectEvent);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            _records.Add((eventId.Id, formatter(state, exception) + exception));
        }

        if (eventId.Id == FailureEvent)
        {
            OnFailure?.Invoke();
        }
    }

    public void Dispose()
    {
    }

    private List<string> Select(int eventId)
    {
        lock (_gate)
        {
            return [.. _records.Where(record => record.Event == eventId).Select(static record => record.Text)];
        }
    }
}
