using Microsoft.AspNetCore.Http;
using ProxyWasm.Abi;
using Wildgate.Cli.Running;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Cli.Demo;

/// <summary>The plugins that the demo shows, in the order in which requests pass them.</summary>
internal static class DemoPlugins
{
    private static readonly (string Name, string Configuration)[] Plugins =
    [
        ("hello", ""),
        ("get-wild", ""),
        ("http-callout", $$"""{"cluster": "{{PluginGateway.ClusterName}}", "path": "/uuid"}"""),
    ];

    /// <exception cref="CommandException">The program was installed without them.</exception>
    public static async Task<IReadOnlyList<PluginConfig>> ReadAsync(
        ListenAddress listen, CancellationToken cancellation)
    {
        var plugins = new List<PluginConfig>();
        foreach (var (name, configuration) in Plugins)
        {
            var options = new PluginRunOptions
            {
                // The build of this program puts them there.
                Plugin = Path.Combine(AppContext.BaseDirectory, "plugins", $"{name}.wasm"),
                Name = name,
                Configuration = configuration,
                Listen = listen,
                LogLevel = LogLevel.Info,
            };
            plugins.Add(await PluginGateway.ReadPluginAsync(options, cancellation));
        }

        return plugins;
    }

    /// <summary>The service that <c>http-callout</c> asks: a new UUID for each request.</summary>
    public static async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync($"{Guid.NewGuid()}\n", context.RequestAborted);
    }
}
