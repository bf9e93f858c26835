using System.Text;
using Microsoft.Extensions.Time.Testing;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;

namespace ProxyWasm.Host.Tests.Support;

/// <summary>A host with a virtual clock and a recorded log, driven as an embedding program would drive it.</summary>
internal sealed class PluginRig : IAsyncDisposable
{
    // Tests share the machine with other work; a budget would make them depend on its load.
    private static readonly PluginLimits Unhurried =
        new() { CallbackBudget = TimeSpan.Zero, StartBudget = TimeSpan.Zero };

    public PluginRig(int workers = 1, Func<PluginHostOptions, PluginHostOptions>? configure = null)
    {
        var options = new PluginHostOptions { Workers = workers, PluginLog = Log, TimeProvider = Time };
        Host = new PluginHost(configure is null ? options : configure(options));
    }

    public FakeTimeProvider Time { get; } = new();

    public RecordingLog Log { get; } = new();

    public PluginHost Host { get; }

    public Task<Plugin> LoadAsync(
        string wat,
        string name = "test",
        string vmId = "",
        string configuration = "",
        byte[]? binaryConfiguration = null,
        string vmConfiguration = "",
        PluginLimits? limits = null)
    {
        var options = new PluginOptions
        {
            Name = name,
            Code = Host.ConvertText(wat),
            VmId = vmId,
            Configuration = binaryConfiguration ?? Encoding.UTF8.GetBytes(configuration),
            VmConfiguration = Encoding.UTF8.GetBytes(vmConfiguration),
            Limits = (limits ?? Unhurried) with { CallbackBudget = TimeSpan.Zero, StartBudget = TimeSpan.Zero },
        };
        return Host.LoadAsync(options, TestContext.Current.CancellationToken);
    }

    /// <summary>Loads a module that runs code while it is configured, and returns what it logged.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string code, string body = "", PluginLimits? limits = null)
    {
        Log.Clear();
        await using var plugin = await LoadAsync(GuestModule.Configure(code, body), limits: limits);
        return [.. Log.Messages];
    }

    /// <summary>
    /// Passes one request and its response through plugins. With one worker everything posted before is done then.
    /// </summary>
    public async Task PassAsync(params Plugin[] plugins)
    {
        var stream = Host.CreateHttpChain(plugins).Open(new NoInfo());
        stream.RequestHeaders.Load(":path", "/");
        await stream.Request.SendHeadersAsync(endOfStream: true);
        stream.ResponseHeaders.Load(":status", "200");
        await stream.Response.SendHeadersAsync(endOfStream: true);
        await stream.FinishAsync();
    }

    /// <summary>Lets virtual time pass in steps until a task is complete; fails the test when it never is.</summary>
    public async Task AdvanceUntilAsync(Task task, TimeSpan step)
    {
        const int MaxSteps = 2000;
        for (var i = 0; i < MaxSteps && !task.IsCompleted; i++)
        {
            Time.Advance(step);
            await Task.WhenAny(task, Task.Delay(2, TestContext.Current.CancellationToken));
        }

        Assert.True(task.IsCompleted, $"not complete after {MaxSteps} steps of {step}");
        await task;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private sealed class NoInfo : HttpStreamInfo;
}
