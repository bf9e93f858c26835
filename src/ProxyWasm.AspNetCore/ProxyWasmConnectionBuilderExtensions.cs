using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProxyWasm.AspNetCore.Tcp;
using ProxyWasm.Host.Tcp;

namespace ProxyWasm.AspNetCore;

/// <summary>Puts Proxy-Wasm plugins into the pipeline of Kestrel's connections.</summary>
public static class ProxyWasmConnectionBuilderExtensions
{
    /// <summary>
    /// Passes the bytes of every connection through a chain of plugins before the rest of the pipeline:
    /// <c>listenOptions.UseProxyWasm(chain)</c>, after <c>UseHttps</c> if there is TLS.
    /// </summary>
    public static IConnectionBuilder UseProxyWasm(this IConnectionBuilder builder, TcpFilterChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return builder.UseProxyWasm(_ => chain);
    }

    /// <summary>
    /// Passes each connection through the chain that <paramref name="selectChain"/> gives for it; null means none. The
    /// function is called once per connection and must be thread-safe.
    /// </summary>
    public static IConnectionBuilder UseProxyWasm(
        this IConnectionBuilder builder, Func<ConnectionContext, TcpFilterChain?> selectChain)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(selectChain);
        var logger = (builder.ApplicationServices.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance)
            .CreateLogger<ProxyWasmConnectionMiddleware>();
        return builder.Use(next => new ProxyWasmConnectionMiddleware(next, selectChain, logger).InvokeAsync);
    }
}
