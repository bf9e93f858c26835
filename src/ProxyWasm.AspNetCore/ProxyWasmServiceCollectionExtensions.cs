using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ProxyWasm.Host;

namespace ProxyWasm.AspNetCore;

/// <summary>Registers what plugins need.</summary>
public static class ProxyWasmServiceCollectionExtensions
{
    /// <summary>
    /// Registers the <see cref="PluginHost"/> of the application, which ends with it. Logging and clock are those of
    /// the application.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Changes the options, for example the number of workers.</param>
    public static IServiceCollection AddProxyWasm(
        this IServiceCollection services, Func<PluginHostOptions, PluginHostOptions>? configure = null)
    {
        services.TryAddSingleton(provider =>
        {
            var options = new PluginHostOptions
            {
                LoggerFactory = provider.GetRequiredService<ILoggerFactory>(),
                TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            };
            return new PluginHost(configure is null ? options : configure(options));
        });
        return services;
    }
}
