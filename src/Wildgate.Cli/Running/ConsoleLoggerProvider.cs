using Microsoft.Extensions.Logging;
using Spectre.Console;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Running;

/// <summary>Shows what the gateway itself has to say, in the manner of plugin logs.</summary>
internal sealed class ConsoleLoggerProvider(StyledWriter console) : ILoggerProvider
{
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => new Entry(this);

    public void Dispose()
    {
    }

    private void Write(LogLevel level, string message, Exception? exception)
    {
        var (label, style) = level switch
        {
            >= LogLevel.Error => ("error   ", new Style(Color.Red)),
            LogLevel.Warning => ("warn    ", new Style(Color.Yellow)),
            LogLevel.Trace => ("trace   ", new Style(Color.Grey)),
            _ => ("info    ", new Style(Color.Green)),
        };
        lock (_gate)
        {
            foreach (var line in message.Split('\n'))
            {
                console.Write(label, style);
                console.WriteLine($" gateway: {TerminalText.Clean(line)}");
            }

            if (exception is not null)
            {
                console.WriteLine(TerminalText.Clean($"  {exception.GetType().Name}: {exception.Message}"));
            }
        }
    }

    private sealed class Entry(ConsoleLoggerProvider provider) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            provider.Write(logLevel, formatter(state, exception), exception);
    }
}
