using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Shared;
using ProxyWasm.Sdk.Tcp;

namespace ProxyWasm.Sdk.Tests.Hosts;

/// <summary>A plugin that does what a test wants.</summary>
internal sealed class ScriptedPlugin : Plugin
{
    public Func<HttpFilter?> Http { get; init; } = () => null;

    public Func<TcpFilter?> Tcp { get; init; } = () => null;

    public Func<byte[], bool> Configure { get; init; } = _ => true;

    public Action Ticked { get; init; } = () => { };

    public Action<SharedQueue> Queue { get; init; } = _ => { };

    public Func<bool> Shutdown { get; init; } = () => true;

    public void Every(TimeSpan period) => SetTickPeriod(period);

    public new void Done() => base.Done();

    protected internal override bool OnConfigure(ReadOnlySpan<byte> configuration) => Configure(configuration.ToArray());

    protected internal override HttpFilter? CreateHttpFilter() => Http();

    protected internal override TcpFilter? CreateTcpFilter() => Tcp();

    protected internal override void OnTick() => Ticked();

    protected internal override void OnQueueReady(SharedQueue queue) => Queue(queue);

    protected internal override bool OnShutdown() => Shutdown();
}
