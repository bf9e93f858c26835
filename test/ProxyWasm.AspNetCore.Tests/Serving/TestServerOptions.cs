using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProxyWasm.Host;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;

namespace ProxyWasm.AspNetCore.Tests.Serving;

/// <summary>What differs from one test to the other.</summary>
internal sealed record TestServerOptions
{
    /// <summary>One by default, so that all streams of a plugin meet in one virtual machine.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Changes how plugins are loaded.</summary>
    public Func<PluginOptions, PluginOptions>? Plugin { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Middleware in front of the plugins.</summary>
    public Action<WebApplication>? Before { get; init; }

    /// <summary>Middleware and endpoints behind the plugins.</summary>
    public Action<WebApplication>? After { get; init; }

    /// <summary>Whether <see cref="After"/> maps endpoints, which stand in place of the application.</summary>
    public bool HasEndpoints { get; init; }

    /// <summary>Chooses the chain of a request; by default all plugins in order.</summary>
    public Func<PluginHost, Plugin[], Func<HttpContext, HttpFilterChain?>>? SelectChain { get; init; }
}
