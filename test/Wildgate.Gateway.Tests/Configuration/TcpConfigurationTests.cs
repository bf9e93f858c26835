using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>TCP listeners as they are written for Envoy.</summary>
public sealed class TcpConfigurationTests
{
    private const string Chain = """
        - filters:
          - name: envoy.filters.network.wasm
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.network.wasm.v3.Wasm
              config: { name: first, vm_config: { code: { local: { filename: a.wasm } } } }
          - name: second
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.network.wasm.v3.Wasm
              config: { name: second, fail_open: true, vm_config: { code: { local: { filename: b.wasm } } } }
          - name: envoy.filters.network.tcp_proxy
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
              stat_prefix: tcp
              cluster: upstream
              #more
        """;

    [Theory]
    [InlineData("", 3600)]
    [InlineData("idle_timeout: 0s", 0)]
    [InlineData("idleTimeout: 1.5s", 1.5)]
    public void A_listener_passes_connections_through_plugins_to_a_cluster(string more, double seconds)
    {
        var configuration = Load.With(("chains", Chain.Replace("#more", more, StringComparison.Ordinal)));

        Assert.Empty(configuration.Listeners);
        var listener = Assert.Single(configuration.TcpListeners);
        Assert.Equal(("main", 10000), (listener.Name, listener.Address.Port));
        Assert.Equal(("tcp", "upstream"), (listener.Proxy.StatPrefix, listener.Proxy.Cluster));
        Assert.Equal(TimeSpan.FromSeconds(seconds), listener.Proxy.IdleTimeout);
        Assert.Equal(
            ["envoy.filters.network.wasm", "second"],
            listener.Proxy.Filters.Select(static filter => filter.FilterName));
        Assert.Equal(PluginFailurePolicy.FailOpen, listener.Proxy.Filters[1].Plugin.FailurePolicy);
    }
}
