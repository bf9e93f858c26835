using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Callouts.Transport;
using ProxyWasm.Host.Plugins;


namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>A plugin host with one worker and the clusters of a test.</summary>
internal sealed class CalloutHost : IAsyncDisposable
{
    private readonly HttpCalloutTransport? _ownTransport;

    public CalloutHost(params CalloutCluster[] clusters)
        : this(TimeProvider.System, new HttpCalloutOptions { Clusters = clusters })
    {
    }

    public CalloutHost(TimeProvider time, HttpCalloutOptions options)
        : this(time, new HttpCalloutTransport(options)) => _ownTransport = (HttpCalloutTransport)Transport;

    public CalloutHost(TimeProvider time, ICalloutTransport transport)
    {
        Transport = transport;
        Host = new PluginHost(new PluginHostOptions
        {
            Workers = 1,
            PluginLog = Log,
            TimeProvider = time,
            Callouts = transport,
        });
    }

    public PluginHost Host { get; }

    public PluginLog Log { get; } = new();

    private ICalloutTransport Transport { get; }

    public Task<Plugin> LoadAsync(
        CallingModule module,
        PluginLimits? limits = null,
        string name = "caller",
        FailurePolicy policy = FailurePolicy.FailClosed) =>
        Host.LoadAsync(
            new PluginOptions
            {
                Name = name,
                Code = Host.ConvertText(module.Build()),
                FailurePolicy = policy,
                Limits = limits ?? PluginLimits.Default,
            },
            TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _ownTransport?.Dispose();
    }
}
