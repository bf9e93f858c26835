using Microsoft.Extensions.Time.Testing;
using ProxyWasm.Conformance.Tests.Texts;
using ProxyWasm.Host;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;

namespace ProxyWasm.Conformance.Tests.Running;

/// <summary>A host with one worker and a clock that stands still, as the README describes it.</summary>
public sealed class Bench : IAsyncDisposable
{
    // Longer than a host waits for anything.
    private const int MaxSeconds = 60;

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly HttpFilterChain _noPlugins;

    public Bench()
    {
        HostLog.OnFailure = Transcript.IgnoreStarts;
        Host = new PluginHost(new PluginHostOptions
        {
            Workers = 1,
            PluginLog = Transcript,
            LoggerFactory = HostLog,
            TimeProvider = _time,
        });
        _noPlugins = Host.CreateHttpChain();
    }

    public PluginHost Host { get; }

    public Transcript Transcript { get; } = new();

    public HostLog HostLog { get; } = new();

    public Task<Plugin> LoadAsync(ModuleText module, Func<PluginOptions, PluginOptions>? adapt = null)
    {
        var options = new PluginOptions
        {
            Name = "conformance",
            Code = Host.ConvertText(module.Assemble()),
            RootId = "conformance-root",
            VmId = "conformance-vm",
            VmConfiguration = "vm-config"u8.ToArray(),
            Configuration = "plugin-config"u8.ToArray(),
            Environment = [new("FIRST", "1"), new("SECOND", "two")],
        };
        return Host.LoadAsync(adapt is null ? options : adapt(options));
    }

    public HttpStream Open(HttpFilterChain chain) => chain.Open(new PlainStream(_time.GetUtcNow()));

    /// <summary>Moves the clock on and waits until everything that became due has happened.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        Transcript.BeginEvent();
        _time.Advance(time);
        await SettleAsync();
    }

    /// <summary>Waits until the worker has done what lies in its queue, by queueing up behind it.</summary>
    public async Task SettleAsync()
    {
        var stream = Open(_noPlugins);
        await stream.Request.SendHeadersAsync(endOfStream: true);
        await stream.FinishAsync();
    }

    /// <summary>Moves the clock on, second by second, until a task that waits for it has completed.</summary>
    public async Task CompleteAsync(Task task)
    {
        for (var second = 0; !task.IsCompleted && second < MaxSeconds; second++)
        {
            await SettleAsync();
            await AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        await task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    public async ValueTask DisposeAsync() => await CompleteAsync(Host.DisposeAsync().AsTask());
}
