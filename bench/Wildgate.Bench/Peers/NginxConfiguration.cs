namespace Wildgate.Bench.Peers;

/// <summary>The files nginx runs with.</summary>
internal static class NginxConfiguration
{
    /// <summary>The job in njs; loaded as <c>job.js</c>.</summary>
    public const string JavaScript = $$"""
        function count(r) {
            var n = 0;
            for (var name in r.headersIn) { n++; }
            return n.toString();
        }

        function mark(r) {
            r.headersOut['{{BenchHeaders.Mark}}'] = '{{BenchHeaders.MarkValue}}';
        }

        export default { count, mark };

        """;

    private const string Lua = $$"""
                rewrite_by_lua_block {
                    local count = 0
                    for _ in pairs(ngx.req.get_headers(0)) do count = count + 1 end
                    ngx.req.set_header("{{BenchHeaders.Count}}", count)
                }
                header_filter_by_lua_block {
                    ngx.header["{{BenchHeaders.Mark}}"] = "{{BenchHeaders.MarkValue}}"
                }
        """;

    private const string JavaScriptDirectives = $$"""
                proxy_set_header {{BenchHeaders.Count}} $bench_count;
                js_header_filter job.mark;
        """;

    public static string Render(PeerSite site, NginxScripting scripting, IEnumerable<string> modules)
    {
        var (ofHttp, ofLocation) = scripting switch
        {
            NginxScripting.Lua => ("", Lua),
            NginxScripting.JavaScript => (
                $"js_path {site.Folder}; js_import job from job.js; js_set $bench_count job.count;",
                JavaScriptDirectives),
            _ => ("", ""),
        };

        return $$"""
            {{string.Concat(modules.Select(static module => $"load_module {module};\n"))}}
            daemon off;
            worker_processes 1;
            pid {{site.Folder}}/nginx.pid;
            error_log stderr warn;
            events { worker_connections 4096; }
            http {
                access_log off;
                client_body_temp_path {{site.Folder}}/body;
                proxy_temp_path {{site.Folder}}/proxy;
                fastcgi_temp_path {{site.Folder}}/fastcgi;
                uwsgi_temp_path {{site.Folder}}/uwsgi;
                scgi_temp_path {{site.Folder}}/scgi;
                client_max_body_size 0;
                keepalive_timeout 1h;
                keepalive_requests 1000000000;
                {{ofHttp}}
                upstream bench {
                    server 127.0.0.1:{{site.UpstreamPort}};
                    keepalive 256;
                    keepalive_timeout 1h;
                    keepalive_requests 1000000000;
                }
                server {
                    listen 127.0.0.1:{{site.Port}};
                    location / {
                        proxy_pass http://bench;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_request_buffering off;
            {{ofLocation}}
                    }
                }
            }

            """;
    }
}
