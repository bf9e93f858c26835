using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Peers;

/// <summary>nginx as a reverse proxy, plain or doing the job in Lua or njs.</summary>
internal sealed class NginxPeer(NginxScripting scripting) : IProxyPeer
{
    private static readonly string[] ModuleFolders =
        ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/share/nginx/modules"];

    public string Name => scripting switch
    {
        NginxScripting.Lua => "nginx-lua",
        NginxScripting.JavaScript => "nginx-njs",
        _ => "nginx",
    };

    public PeerJob Job => scripting == NginxScripting.None ? PeerJob.Forward : PeerJob.ForwardAndMark;

    private string[] Modules => scripting switch
    {
        NginxScripting.Lua => ["ndk_http_module.so", "ngx_http_lua_module.so"],
        NginxScripting.JavaScript => ["ngx_http_js_module.so"],
        _ => [],
    };

    private string Package => scripting switch
    {
        NginxScripting.Lua => "nginx libnginx-mod-http-lua",
        NginxScripting.JavaScript => "nginx libnginx-mod-http-js",
        _ => "nginx",
    };

    public PeerAvailability Check() =>
        Array.TrueForAll(Modules, static module => FindModule(module) is not null)
            ? PeerAvailability.OfProgram("nginx", "-v", Package)
            : PeerAvailability.Absent($"apt-get install {Package}");

    public ProcessCommand Prepare(PeerSite site)
    {
        if (scripting == NginxScripting.JavaScript)
        {
            site.Write("job.js", NginxConfiguration.JavaScript);
        }

        var modules = Modules.Select(static module => FindModule(module)!);
        var file = site.Write("nginx.conf", NginxConfiguration.Render(site, scripting, modules));
        return new ProcessCommand(Installed.Find("nginx")!, "-p", site.Folder, "-c", file, "-e", "error.log");
    }

    private static string? FindModule(string module) =>
        ModuleFolders.Select(folder => Path.Combine(folder, module)).FirstOrDefault(File.Exists);
}
