using ProxyWasm.Host;
using Wildgate.Bench.Plugins;
using Wildgate.Gateway;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Bench.Peers;

/// <summary>The server behind <see cref="WildgatePeer"/>: the gateway as its users start it, from a configuration.</summary>
internal static class WildgatePeerApplication
{
    public static async Task RunAsync(int port, int upstreamPort, PeerJob job, CancellationToken cancellationToken)
    {
        var text = await WriteConfigurationAsync(port, upstreamPort, job);
        var configuration = GatewayConfigurationLoader.Parse(text, "bench", Environment.CurrentDirectory);
        await using var server = await GatewayServer.StartAsync(
            configuration, new GatewayOptions { Workers = 1 }, CancellationToken.None);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The benchmark has what it wants.
        }
    }

    private static async Task<string> WriteConfigurationAsync(int port, int upstreamPort, PeerJob job)
    {
        var filter = "";
        if (job == PeerJob.ForwardAndMark)
        {
            await using var host = new PluginHost(new PluginHostOptions { Workers = 1 });
            var code = Convert.ToBase64String(PluginResource.Read(host, "mark.wat"));
            filter = $$"""
                          - name: envoy.filters.http.wasm
                            typed_config:
                              "@type": type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm
                              config: { name: mark, vm_config: { code: { local: { inline_bytes: {{code}} } } } }
                """;
        }

        return $$"""
            static_resources:
              listeners:
              - address: { socket_address: { address: 127.0.0.1, port_value: {{port}} } }
                filter_chains:
                - filters:
                  - name: envoy.filters.network.http_connection_manager
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                      stat_prefix: bench
                      route_config:
                        virtual_hosts:
                        - { name: all, domains: ["*"], routes: [ { match: { prefix: / }, route: { cluster: upstream, timeout: 0s } } ] }
                      http_filters:
            {{filter}}
                      - name: envoy.filters.http.router
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
              clusters:
              - name: upstream
                type: STATIC
                load_assignment:
                  cluster_name: upstream
                  endpoints: [ { lb_endpoints: [ { endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: {{upstreamPort}} } } } } ] } ]
            """;
    }
}
