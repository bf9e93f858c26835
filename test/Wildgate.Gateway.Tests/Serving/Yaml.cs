using System.Globalization;
using System.Text;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Tests.Configuration;

namespace Wildgate.Gateway.Tests.Serving;

/// <summary>Configurations of gateways that listen on ports of the system's choice.</summary>
internal static class Yaml
{
    public const string ForwardAll = "- { match: { prefix: / }, route: { cluster: upstream } }";

    /// <summary>A listener with its virtual hosts and with plugins.</summary>
    public static string Listener(string virtualHosts, int port = 0, params (string Name, byte[] Code)[] plugins) =>
        ListenerWith(virtualHosts, port, "", [.. plugins.Select(plugin => Plugin(
            $"name: {plugin.Name}, {Vm($"local: {{ inline_bytes: {Convert.ToBase64String(plugin.Code)} }}", plugin.Name)}"))]);

    /// <summary>A listener with further fields of its HTTP manager and with HTTP filters.</summary>
    public static string ListenerWith(
        string virtualHosts, int port = 0, string managerFields = "", params string[] filters)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
              - address: { socket_address: { address: 127.0.0.1, port_value: {{port}} } }
                filter_chains:
                - filters:
                  - name: envoy.filters.network.http_connection_manager
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                      stat_prefix: ingress
                      codec_type: AUTO
            {{Indent(managerFields, 10)}}
                      route_config:
                        virtual_hosts:
            {{Indent(virtualHosts, 12)}}
                      http_filters:

            """);
        foreach (var filter in filters)
        {
            text.Append(CultureInfo.InvariantCulture, $"          - {filter}\n");
        }

        text.Append("""
                      - name: envoy.filters.http.router
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }

            """);
        return text.ToString();
    }

    /// <summary>An HTTP filter that is a plugin with the given fields.</summary>
    public static string Plugin(string fields) => Typed(
        "envoy.filters.http.wasm", "envoy.extensions.filters.http.wasm.v3.Wasm", $"config: {{ {fields} }}");

    /// <summary>The virtual machine of a plugin whose code comes from the given source.</summary>
    public static string Vm(string source, string id = "", string fields = "") =>
        $"vm_config: {{ vm_id: \"{id}\", {fields} code: {{ {source} }} }}";

    /// <summary>Something with a name and a message.</summary>
    public static string Typed(string name, string type, string fields) =>
        $"{{ name: {name}, typed_config: {{ \"@type\": type.googleapis.com/{type}, {fields} }} }}";

    public static string VirtualHost(string routes, string name = "all", string domains = "\"*\"") => $"""
        - name: {name}
          domains: [{domains}]
          routes:
        {Indent(routes, 2)}
        """;

    public static string Cluster(string options, params int[] ports)
    {
        var endpoints = string.Concat(ports.Select(port => string.Create(
            CultureInfo.InvariantCulture,
            $$"""        - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: {{port}} } } }{{"\n"}}""")));
        return $"""
              - name: upstream
                connect_timeout: 5s
            {Indent(options, 4)}
                load_assignment:
                  cluster_name: upstream
                  endpoints:
                  - lb_endpoints:
            {Indent(endpoints, 0)}
            """;
    }

    public static GatewayConfiguration Gateway(string listeners, string clusters, string root = "") =>
        Load.Text($"{root}static_resources:\n  listeners:\n{listeners}  clusters:\n{clusters}");

    private static string Indent(string text, int by) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', by) + line));
}
