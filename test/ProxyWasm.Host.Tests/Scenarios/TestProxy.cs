using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Logging;
using ProxyWasm.Host.Plugins;
using AbiLogLevel = ProxyWasm.Abi.LogLevel;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>A host with a clock of its own that writes down what plugins and the host itself log.</summary>
internal sealed class TestProxy : IPluginLogSink, ILoggerFactory, ILogger, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<string> _remarks = [];
    private readonly List<string> _reports = [];

    public TestProxy(int workers = 1, Func<PluginHostOptions, PluginHostOptions>? configure = null)
    {
        var options = new PluginHostOptions
        {
            Workers = workers,
            PluginLog = this,
            LoggerFactory = this,
            TimeProvider = Time,
        };
        Host = new PluginHost(configure is null ? options : configure(options));
    }

    public PluginHost Host { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public AbiLogLevel Level => AbiLogLevel.Trace;

    /// <summary>What plugins wrote since the last call of <see cref="TakeLines"/>.</summary>
    public string[] TakeLines() => Take(_lines);

    /// <summary>What the host remarked on plugins in their log.</summary>
    public string[] TakeRemarks() => Take(_remarks);

    /// <summary>Failures of plugins, as the host reported them.</summary>
    public string[] TakeReports() => Take(_reports);

    public async Task<Plugin> LoadAsync(
        string functions, Func<PluginOptions, PluginOptions>? adapt = null, string name = "tested")
    {
        var text = functions.StartsWith("(module", StringComparison.Ordinal) ? functions : Wat.Plugin(functions);
        var options = new PluginOptions { Name = name, Code = Host.ConvertText(text) };
        return await Host.LoadAsync(adapt is null ? options : adapt(options));
    }

    /// <summary>Loads one plugin and makes a chain of it alone.</summary>
    public async Task<HttpFilterChain> ChainAsync(string functions, Func<PluginOptions, PluginOptions>? adapt = null) =>
        Host.CreateHttpChain(await LoadAsync(functions, adapt));

    public TestStream Open(HttpFilterChain chain) => new(chain);

    /// <summary>Waits until a worker has done what lies in its queue, by queueing up behind it.</summary>
    public async Task SettleAsync()
    {
        for (var i = 0; i < Host.Workers.Count; i++)
        {
            await Host.Workers[i].EnterAsync();
            Host.Workers[i].Exit();
        }
    }

    public void Write(in PluginLogRecord record)
    {
        lock (_gate)
        {
            (record.IsHostRemark ? _remarks : _lines).Add(record.Message);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <summary>From which level on the host reports.</summary>
    public LogLevel Reported { get; set; } = LogLevel.Warning;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= Reported;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            _reports.Add(formatter(state, exception) + exception);
        }
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private string[] Take(List<string> texts)
    {
        lock (_gate)
        {
            string[] taken = [.. texts];
            texts.Clear();
            return taken;
        }
    }
}
