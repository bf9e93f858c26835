using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Peers;

/// <summary>HAProxy as a reverse proxy, plain or doing the job in Lua.</summary>
internal sealed class HaproxyPeer(bool withLua) : IProxyPeer
{
    private const string Lua = $$"""
        core.register_action("count", { "http-req" }, function(txn)
            local count = 0
            for _ in pairs(txn.http:req_get_headers()) do count = count + 1 end
            txn.http:req_set_header("{{BenchHeaders.Count}}", tostring(count))
        end)

        core.register_action("mark", { "http-res" }, function(txn)
            txn.http:res_set_header("{{BenchHeaders.Mark}}", "{{BenchHeaders.MarkValue}}")
        end)

        """;

    public string Name => withLua ? "haproxy-lua" : "haproxy";

    public PeerJob Job => withLua ? PeerJob.ForwardAndMark : PeerJob.Forward;

    public PeerAvailability Check() => PeerAvailability.OfProgram("haproxy", "-v", "haproxy");

    public ProcessCommand Prepare(PeerSite site)
    {
        var load = withLua ? $"lua-load {site.Write("job.lua", Lua)}" : "";
        var actions = withLua ? "http-request lua.count\n    http-response lua.mark" : "";
        var file = site.Write("haproxy.cfg", $"""
            global
                nbthread 1
                maxconn 4096
                {load}

            defaults
                mode http
                timeout connect 5s
                timeout client 1h
                timeout server 1h
                http-reuse always

            frontend bench
                bind 127.0.0.1:{site.Port}
                {actions}
                default_backend bench

            backend bench
                server upstream 127.0.0.1:{site.UpstreamPort}

            """);
        return new ProcessCommand(Installed.Find("haproxy")!, "-db", "-f", file);
    }
}
