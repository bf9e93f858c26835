using System.Text;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Tests.Configuration;

public sealed class ExampleConfigurationTests
{
    [Fact]
    public void A_full_example_gives_its_listener_and_routes()
    {
        var listener = Assert.Single(Load.Text(FullExample.Text).Listeners);

        Assert.Equal("ingress", listener.Name);
        Assert.Equal(new SocketAddressConfig("0.0.0.0", 10000), listener.Address);
        Assert.Equal("ingress_http", listener.Http.StatPrefix);
        Assert.Equal(HttpCodec.Http2, listener.Http.Codec);
        Assert.Equal("local_route", listener.Http.Routes.Name);
        Assert.Equal(["api", "rest"], listener.Http.Routes.VirtualHosts.Select(static host => host.Name));
        var api = listener.Http.Routes.VirtualHosts[0];
        Assert.Equal(["api.example.com", "*.api.example.com", "api.*"], api.Domains);
        Assert.Equal(
            new RouteConfig(
                "users",
                new RouteMatchConfig(PathMatchKind.Prefix, "/users/"),
                new ForwardActionConfig
                {
                    Cluster = "users",
                    PrefixRewrite = "/",
                    Timeout = TimeSpan.FromMilliseconds(250),
                    HostRewrite = "users.internal",
                }),
            api.Routes[0]);
        Assert.Equal(new RouteMatchConfig(PathMatchKind.Exact, "/health"), api.Routes[1].Match);
        Assert.Equal(204, Assert.IsType<DirectResponseConfig>(api.Routes[1].Action).Status);
        Assert.Equal(
            new ForwardActionConfig { Cluster = "web", Timeout = TimeSpan.Zero, AutoHostRewrite = true },
            api.Routes[2].Action);
        var answer = Assert.IsType<DirectResponseConfig>(listener.Http.Routes.VirtualHosts[1].Routes[0].Action);
        Assert.Equal("nothing here\n", Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public void A_full_example_gives_its_plugin()
    {
        var filter = Assert.Single(Load.Text(FullExample.Text).Listeners[0].Http.Filters);

        Assert.Equal("auth", filter.FilterName);
        var plugin = filter.Plugin;
        Assert.Equal("my_plugin", plugin.Name);
        Assert.Equal("my_root", plugin.RootId);
        Assert.Equal(PluginFailurePolicy.FailReload, plugin.FailurePolicy);
        Assert.Equal(new BackoffConfig(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30)), plugin.ReloadBackoff);
        Assert.True(plugin.AllowOnHeadersStopIteration);
        Assert.Equal("{\"k\":1}", Encoding.UTF8.GetString(plugin.Configuration.Span));
        Assert.Equal(["proxy_log", "proxy_on_request_headers"], plugin.AllowedCapabilities);
        Assert.Equal("vm1", plugin.Vm.VmId);
        Assert.Equal("envoy.wasm.runtime.v8", plugin.Vm.Runtime);
        Assert.Equal(new FileCodeConfig("/plugins/my.wasm", "/plugins/my.wasm"), plugin.Vm.Code);
        Assert.Equal("vm cfg", Encoding.UTF8.GetString(plugin.Vm.Configuration.Span));
        Assert.Equal(["HOME"], plugin.Vm.HostEnvironmentKeys);
        Assert.Equal([new("MODE", "prod"), new("PORT", "8080")], plugin.Vm.Environment);
        Assert.True(plugin.Vm.AllowPrecompiled);
        Assert.True(plugin.Vm.NackOnCodeCacheMiss);
    }

    [Fact]
    public void A_full_example_gives_its_clusters()
    {
        var clusters = Load.Text(FullExample.Text).Clusters;

        Assert.Equal(["users", "web"], clusters.Select(static cluster => cluster.Name));
        Assert.Equal(ClusterDiscovery.Static, clusters[0].Discovery);
        Assert.Equal(TimeSpan.FromSeconds(0.5), clusters[0].ConnectTimeout);
        Assert.Equal(LoadBalancing.LeastRequest, clusters[0].LoadBalancing);
        Assert.Equal(UpstreamProtocol.Http2, clusters[0].Protocol);
        Assert.Null(clusters[0].Tls);
        Assert.Equal(
            [new("10.0.0.1", 9000), new SocketAddressConfig("::1", 9001)],
            clusters[0].Endpoints.Select(static endpoint => endpoint.Address));
        Assert.Equal(ClusterDiscovery.LogicalDns, clusters[1].Discovery);
        Assert.Equal(TimeSpan.FromSeconds(5), clusters[1].ConnectTimeout);
        Assert.Equal(LoadBalancing.Random, clusters[1].LoadBalancing);
        Assert.Equal(UpstreamProtocol.Http1, clusters[1].Protocol);
        Assert.Equal(new UpstreamTlsConfig("web.example.com"), clusters[1].Tls);
        Assert.Equal(DnsLookupFamily.V4Only, clusters[1].DnsLookupFamily);
        Assert.Equal("web.example.com", Assert.Single(clusters[1].Endpoints).HostName);
    }

    [Fact]
    public void The_admin_block_is_kept_and_reported_as_a_warning()
    {
        var configuration = Load.Text(FullExample.Text);

        Assert.Equal(new AdminConfig(new SocketAddressConfig("0.0.0.0", 9901)), configuration.Admin);
        var warning = Assert.Single(configuration.Warnings);
        Assert.Equal(ConfigurationProblemIds.NotServed, warning.Id);
        Assert.Equal(("admin", 3), (warning.Path, warning.Line));
    }

    [Fact]
    public void A_configuration_without_admin_has_no_warnings()
    {
        var configuration = Load.Text(Sample.Minimal);

        Assert.Null(configuration.Admin);
        Assert.Empty(configuration.Warnings);
    }

    [Fact]
    public void The_shape_of_sdk_examples_loads_unchanged()
    {
        // A listener without a list, names in lower case, a TypedStruct, old filter names and a router without
        // configuration: all of it is in use.
        var configuration = Load.Text("""
            static_resources:
              listeners:
                address: { socket_address: { address: 0.0.0.0, port_value: 10000 } }
                filter_chains:
                  - filters:
                      - name: envoy.http_connection_manager
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                          stat_prefix: ingress_http
                          codec_type: auto
                          route_config:
                            name: table
                            virtual_hosts:
                              - name: everything
                                domains:
                                  - "*"
                                routes:
                                  - match: { prefix: "/" }
                                    route: { cluster: echo }
                          http_filters:
                            - name: envoy.filters.http.wasm
                              typed_config:
                                "@type": type.googleapis.com/udpa.type.v1.TypedStruct
                                type_url: type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm
                                value:
                                  config:
                                    configuration:
                                      "@type": "type.googleapis.com/google.protobuf.StringValue"
                                      value: |
                                        { "header": "x-wasm" }
                                    vm_config:
                                      runtime: "envoy.wasm.runtime.v8"
                                      code: { local: { filename: "./main.wasm" } }
                            - name: envoy.filters.http.router
                              typed_config: {}
              clusters:
                - name: echo
                  connect_timeout: 5000s
                  type: strict_dns
                  lb_policy: round_robin
                  load_assignment:
                    cluster_name: another_name
                    endpoints:
                      - lb_endpoints:
                          - endpoint: { address: { socket_address: { address: echo.example, port_value: 80 } } }
            """);

        var listener = Assert.Single(configuration.Listeners);
        Assert.Equal("", listener.Name);
        Assert.Equal(
            "{ \"header\": \"x-wasm\" }\n",
            Encoding.UTF8.GetString(Assert.Single(listener.Http.Filters).Plugin.Configuration.Span));
        Assert.Equal(ClusterDiscovery.StrictDns, configuration.Clusters[0].Discovery);
        Assert.Equal(TimeSpan.FromSeconds(5000), configuration.Clusters[0].ConnectTimeout);
    }

    [Fact]
    public void Json_with_camel_case_names_loads_like_yaml()
    {
        var json = """
            {
              "staticResources": {
                "listeners": [{
                  "name": "main",
                  "address": {"socketAddress": {"address": "127.0.0.1", "portValue": 10000}},
                  "filterChains": [{"filters": [{
                    "name": "envoy.filters.network.http_connection_manager",
                    "typedConfig": {
                      "@type": "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
                      "statPrefix": "in\/gress \ud83d\ude00",
                      "codecType": 1,
                      "routeConfig": {"virtualHosts": [{"name": "all", "domains": ["*"], "routes": [
                        {"match": {"prefix": "/"}, "route": {"cluster": "up", "prefixRewrite": "/x", "timeout": "1.5s"}}
                      ]}]},
                      "httpFilters": [{
                        "name": "envoy.filters.http.router",
                        "typedConfig": {"@type": "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"}
                      }]
                    }
                  }]}]
                }],
                "clusters": [{
                  "name": "up",
                  "type": "STATIC",
                  "lbPolicy": 3,
                  "loadAssignment": {"clusterName": "up", "endpoints": [{"lbEndpoints": [
                    {"endpoint": {"address": {"socketAddress": {"address": "10.1.2.3", "portValue": "80"}}}}
                  ]}]}
                }]
              }
            }
            """;

        var configuration = Load.Text(json, "envoy.json");

        Assert.Equal("in/gress 😀", configuration.Listeners[0].Http.StatPrefix);
        Assert.Equal(HttpCodec.Http1, configuration.Listeners[0].Http.Codec);
        var action = configuration.Listeners[0].Http.Routes.VirtualHosts[0].Routes[0].Action;
        Assert.Equal(
            new ForwardActionConfig { Cluster = "up", PrefixRewrite = "/x", Timeout = TimeSpan.FromSeconds(1.5) },
            action);
        Assert.Equal(LoadBalancing.Random, configuration.Clusters[0].LoadBalancing);
        Assert.Equal(80, configuration.Clusters[0].Endpoints[0].Address.Port);
    }

    [Fact]
    public void Aliases_stand_for_the_values_of_their_anchors()
    {
        var configuration = Load.With(
            ("clusters", """
                - &one
                  name: upstream
                  load_assignment: &load
                    cluster_name: upstream
                    endpoints:
                    - lb_endpoints:
                      - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 9000 } } }
                - name: second
                  load_assignment: *load
                """));

        Assert.Equal(configuration.Clusters[0].Endpoints, configuration.Clusters[1].Endpoints);
    }

    [Theory]
    [InlineData("http2_protocol_options: {}", UpstreamProtocol.Http2)]
    [InlineData("http2ProtocolOptions: {}", UpstreamProtocol.Http2)]
    [InlineData("http2_protocol_options:", UpstreamProtocol.Http1)]
    [InlineData("lb_policy: 0", UpstreamProtocol.Http1)]
    public void The_older_http2_field_selects_http2(string field, UpstreamProtocol expected) =>
        Assert.Equal(expected, Load.With(("cluster", field)).Clusters[0].Protocol);
}
