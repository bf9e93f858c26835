using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProxyWasm.Host;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Modules;

namespace ProxyWasm.AspNetCore;

/// <summary>Puts Proxy-Wasm plugins into an ASP.NET Core pipeline.</summary>
public static class ProxyWasmApplicationBuilderExtensions
{
    /// <summary>
    /// Loads plugins and passes every request through them, in the given order, before the rest of the pipeline; works
    /// in front of YARP, minimal APIs or any other endpoint. Needs <c>services.AddProxyWasm()</c>.
    /// </summary>
    /// <exception cref="ModuleException">A module is not a Proxy-Wasm plugin that can run here.</exception>
    /// <exception cref="PluginLoadException">A plugin does not start.</exception>
    public static IApplicationBuilder UseProxyWasm(this IApplicationBuilder app, params PluginOptions[] plugins)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(plugins);
        var host = app.ApplicationServices.GetRequiredService<PluginHost>();

        // Set-up is synchronous in ASP.NET Core; nothing else runs yet.
        var loaded = plugins.Select(plugin => host.LoadAsync(plugin).GetAwaiter().GetResult()).ToArray();
        return app.UseProxyWasm(host.CreateHttpChain(loaded));
    }

    /// <summary>Passes every request through a chain of plugins that are loaded already.</summary>
    public static IApplicationBuilder UseProxyWasm(this IApplicationBuilder app, HttpFilterChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return app.UseProxyWasm(_ => chain);
    }

    /// <summary>
    /// Passes each request through the chain that <paramref name="selectChain"/> gives for it; null means none. The
    /// function is called once per request and must be thread-safe.
    /// </summary>
    public static IApplicationBuilder UseProxyWasm(
        this IApplicationBuilder app, Func<HttpContext, HttpFilterChain?> selectChain)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(selectChain);
        var time = app.ApplicationServices.GetService<TimeProvider>() ?? TimeProvider.System;
        return app.UseMiddleware<ProxyWasmMiddleware>(selectChain, time);
    }
}
