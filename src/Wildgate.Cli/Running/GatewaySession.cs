using Microsoft.Extensions.Logging;
using ProxyWasm.Host;
using ProxyWasm.Host.Modules;
using Wildgate.Cli.Output;
using Wildgate.Gateway;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Cli.Running;

/// <summary>A gateway whose logs go to the terminal and whose failures to start are errors of the command.</summary>
internal static class GatewaySession
{
    /// <param name="configuration">What to run.</param>
    /// <param name="log">Takes the logs of the gateway and of plugins.</param>
    /// <param name="level">
    /// The least severe messages of plugins that are printed; with trace the calls of plugins are printed too.
    /// </param>
    /// <param name="quiet">Whether the gateway speaks of errors only.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CommandException">The gateway does not start.</exception>
    public static async Task<GatewayServer> StartAsync(
        GatewayConfiguration configuration,
        StyledWriter log,
        ProxyWasm.Abi.LogLevel level,
        bool quiet,
        CancellationToken cancellation)
    {
        var options = new GatewayOptions
        {
            LoggerFactory = LoggerFactory.Create(logging => logging
                .AddProvider(new ConsoleLoggerProvider(log))
                .SetMinimumLevel(quiet ? LogLevel.Error : LogLevel.Warning)
                .AddFilter("ProxyWasm.Host", HostLevel(level, quiet))
                .AddFilter("Yarp", LogLevel.Error)
                // What keeps it from starting is the error of the command.
                .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
                // It warns that HTTP/2 needs TLS, which is not so here: see PrefaceDetection.
                .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)),
            PluginLog = new ConsolePluginLog(new PluginLogConsole(log), level),
        };
        try
        {
            return await GatewayServer.StartAsync(configuration, options, cancellation);
        }
        catch (ConfigurationException error)
        {
            throw InvalidConfiguration.Of(configuration.SourceName, error);
        }
        catch (PluginLoadException error)
        {
            throw new CommandException(
                ExitCode.InvalidInput, error.Id, $"{error.Problem} [{error.Id}]", error.Hint, error);
        }
        catch (GatewayStartException error)
        {
            var isInvalid = error.InnerException is ModuleException or PluginLoadException;
            throw new CommandException(
                isInvalid ? ExitCode.InvalidInput : ExitCode.Failure,
                error.Id,
                $"{error.Problem} [{error.Id}]",
                error.Hint,
                error);
        }
    }

    /// <exception cref="CommandException">The file cannot be read or is not acceptable.</exception>
    public static GatewayConfiguration Load(string path)
    {
        try
        {
            return GatewayConfigurationLoader.LoadFile(path);
        }
        catch (ConfigurationException error)
        {
            throw InvalidConfiguration.Of(path, error);
        }
    }

    /// <summary>
    /// Completes when the user has had enough. What follows, the end of the gateway, lets requests in flight finish; a
    /// second signal ends the process.
    /// </summary>
    public static async Task WaitForEndAsync(StyledWriter log, bool quiet, CancellationToken cancellation)
    {
        if (!quiet)
        {
            log.WriteLine("Press Ctrl-C to stop.");
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }
        catch (OperationCanceledException) when (!quiet)
        {
            log.WriteLine("Stopping: requests in flight may finish. Ctrl-C again stops at once.");
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is the normal way to stop.
        }
    }

    private static LogLevel HostLevel(ProxyWasm.Abi.LogLevel level, bool quiet) => quiet
        ? LogLevel.Error
        : level == ProxyWasm.Abi.LogLevel.Trace ? LogLevel.Trace : LogLevel.Information;
}
