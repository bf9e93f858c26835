using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ProxyWasm.AspNetCore.Exchanges;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore;

/// <summary>Passes each request and its response through a chain of plugins.</summary>
internal sealed class ProxyWasmMiddleware(
    RequestDelegate next,
    Func<HttpContext, HttpFilterChain?> selectChain,
    TimeProvider time,
    ILogger<ProxyWasmMiddleware> logger)
{
    private readonly ConcurrentQueue<Exchange> _spare = new();

    public Task InvokeAsync(HttpContext context)
    {
        var chain = selectChain(context);
        return chain is null or { IsEmpty: true } ? next(context) : RunAsync(context, chain);
    }

    private async Task RunAsync(HttpContext context, HttpFilterChain chain)
    {
        if (!_spare.TryDequeue(out var exchange))
        {
            exchange = new Exchange(logger);
        }

        // Not in a finally: an exchange that ended in an exception is left to the garbage collector.
        await exchange.RunAsync(context, chain, next, time);
        _spare.Enqueue(exchange);
    }
}
