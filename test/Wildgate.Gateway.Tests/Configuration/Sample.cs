namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>
/// A small complete configuration with slots. A text put into a slot gets the slot's indentation; § marks the place
/// where a problem is expected and is taken out.
/// </summary>
internal static class Sample
{
    public const char Mark = '§';

    private const string Template = """
        static_resources:
          listeners:
          - name: main
            #address
            filter_chains:
            #chains
          clusters:
          #clusters
        #root
        """;

    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["address"] = "address: { socket_address: { address: 127.0.0.1, port_value: 10000 } }",
        ["chains"] = """
            - filters:
              - name: envoy.filters.network.http_connection_manager
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                  stat_prefix: ingress
                  #manager
                  route_config:
                    virtual_hosts:
                    - name: all
                      domains: ["*"]
                      routes:
                      #routes
                    #hosts
                  http_filters:
                  #filters
                  #router
            """,
        ["manager"] = "codec_type: AUTO",
        ["routes"] = "- { match: { prefix: / }, route: { cluster: upstream } }",
        ["hosts"] = "",
        ["filters"] = """
            - name: envoy.filters.http.wasm
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm
                config:
                  #plugin
            """,
        ["plugin"] = """
            name: plugin
            vm_config:
              #vm
            """,
        ["vm"] = "code: { local: { filename: plugin.wasm } }",
        ["router"] = """
            - name: envoy.filters.http.router
              typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
            """,
        ["clusters"] = """
            - name: upstream
              #cluster
              load_assignment:
                cluster_name: upstream
                endpoints:
                - lb_endpoints:
                  - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 9000 } } }
            """,
        ["cluster"] = "connect_timeout: 1s",
        ["root"] = "",
    };

    public static string Minimal => With();

    public static string With(params (string Slot, string Text)[] replaced)
    {
        var texts = new Dictionary<string, string>(Defaults);
        foreach (var (slot, text) in replaced)
        {
            Assert.True(texts.ContainsKey(slot), $"no slot {slot}");
            texts[slot] = text;
        }

        return string.Join('\n', Fill(Template, "", texts));
    }

    /// <summary>The text without its mark, and the line and column of the mark.</summary>
    public static (string Text, int Line, int Column) Locate(string marked)
    {
        var index = marked.IndexOf(Mark, StringComparison.Ordinal);
        Assert.True(index >= 0, "the text has no mark");
        var before = marked[..index];
        var line = before.Count(static character => character == '\n') + 1;
        return (before + marked[(index + 1)..], line, index - before.LastIndexOf('\n'));
    }

    private static IEnumerable<string> Fill(string text, string indent, Dictionary<string, string> texts)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.TrimStart();
            if (trimmed.Length > 1 && trimmed[0] == '#' && texts.TryGetValue(trimmed[1..], out var filling))
            {
                foreach (var filled in Fill(filling, indent + line[..^trimmed.Length], texts))
                {
                    yield return filled;
                }
            }
            else
            {
                yield return indent + line;
            }
        }
    }
}
