using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Tests.Hosts;

/// <summary>A module whose plugins a test makes.</summary>
internal sealed class OnePlugin(Func<Plugin?> create) : PluginModule
{
    public override Plugin? Create(ReadOnlySpan<byte> rootId) => create();
}
