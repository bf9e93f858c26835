namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>A configuration with every field that is supported.</summary>
internal static class FullExample
{
    public const string Text = """
        # A plugin in front of two clusters.
        admin:
          access_log_path: /dev/null
          address:
            socket_address: { address: 0.0.0.0, port_value: 9901 }
        static_resources:
          listeners:
          - name: ingress
            address:
              socket_address:
                protocol: TCP
                address: 0.0.0.0
                port_value: 10000
            filter_chains:
            - filters:
              - name: envoy.filters.network.http_connection_manager
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                  stat_prefix: ingress_http
                  codec_type: HTTP2
                  route_config:
                    name: local_route
                    virtual_hosts:
                    - name: api
                      domains: [api.Example.com, "*.api.example.com", "api.*"]
                      routes:
                      - name: users
                        match: { prefix: /users/ }
                        route:
                          cluster: users
                          prefix_rewrite: /
                          timeout: 0.25s
                          host_rewrite_literal: users.internal
                      - match: { path: /health }
                        direct_response: { status: 204 }
                      - match: { prefix: "" }
                        route: { cluster: web, timeout: 0s, auto_host_rewrite: true }
                    - name: rest
                      domains: ["*"]
                      routes:
                      - match: { prefix: / }
                        direct_response:
                          status: 404
                          body: { inline_string: "nothing here\n" }
                  http_filters:
                  - name: auth
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm
                      config:
                        name: my_plugin
                        root_id: my_root
                        failure_policy: FAIL_RELOAD
                        reload_config: { backoff: { base_interval: 2s, max_interval: 30s } }
                        allow_on_headers_stop_iteration: true
                        configuration:
                          "@type": type.googleapis.com/google.protobuf.StringValue
                          value: '{"k":1}'
                        capability_restriction_config:
                          allowed_capabilities: { proxy_log: {}, proxy_on_request_headers: {} }
                        vm_config:
                          vm_id: vm1
                          runtime: envoy.wasm.runtime.v8
                          code: { local: { filename: /plugins/my.wasm } }
                          configuration: { "@type": type.googleapis.com/google.protobuf.StringValue, value: "vm cfg" }
                          environment_variables: { host_env_keys: [HOME], key_values: { MODE: prod, PORT: 8080 } }
                          allow_precompiled: true
                          nack_on_code_cache_miss: true
                  - name: envoy.filters.http.router
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
          clusters:
          - name: users
            type: STATIC
            connect_timeout: 0.5s
            lb_policy: LEAST_REQUEST
            typed_extension_protocol_options:
              envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
                "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
                explicit_http_config:
                  http2_protocol_options: {}
            load_assignment:
              cluster_name: users
              endpoints:
              - lb_endpoints:
                - endpoint: { address: { socket_address: { address: 10.0.0.1, port_value: 9000 } } }
                - endpoint: { address: { socket_address: { address: "::1", port_value: 9001 } } }
          - name: web
            type: LOGICAL_DNS
            dns_lookup_family: V4_ONLY
            lb_policy: RANDOM
            load_assignment:
              cluster_name: web
              endpoints:
              - lb_endpoints:
                - endpoint:
                    hostname: web.example.com
                    address: { socket_address: { address: web.example.com, port_value: 443 } }
            transport_socket:
              name: envoy.transport_sockets.tls
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
                sni: web.example.com
        """;
}
