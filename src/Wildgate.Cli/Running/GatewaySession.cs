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
    /// <exception cref="CommandException">The gateway does not start.</exception>
    public static async Task<GatewayServer> StartAsync(
        GatewayConfiguration configuration, StyledWriter log, ProxyWasm.Abi.LogLevel level, CancellationToken cancellation)
    {
        var options = new GatewayOptions
        {
            LoggerFactory = LoggerFactory.Create(logging => logging
                .AddProvider(new ConsoleLoggerProvider(log))
                .SetMinimumLevel(LogLevel.Warning)
                .AddFilter("ProxyWasm.Host", LogLevel.Information)
                .AddFilter("Yarp", LogLevel.Error)
                // It warns that HTTP/2 needs TLS, which is not so here: see PrefaceDetection.
                .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)),
            PluginLog = new ConsolePluginLog(new PluginLogConsole(log), level),
        };
        try
        {
            return await GatewayServer.StartAsync(configuration, options, cancellation);
        }
        catch (ModuleException error)
        {
            var source = configuration.SourceName;
            throw new CommandException(
                ExitCode.InvalidInput, error.Id, $"{source}: {error.Problem.Message} [{error.Id}]", error.Problem.Hint, error);
        }
        catch (PluginLoadException error)
        {
            throw new CommandException(
                ExitCode.InvalidInput, error.Id, $"{error.Problem} [{error.Id}]", error.Hint, error);
        }
        catch (GatewayStartException error)
        {
            throw new CommandException(ExitCode.Failure, error.Id, $"{error.Problem} [{error.Id}]", error.Hint, error);
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
            var unreadable = error.Problems is [{ Id: ConfigurationProblemIds.FileUnreadable }];
            throw new CommandException(
                unreadable ? ExitCode.Failure : ExitCode.InvalidInput, error.Problems[0].Id, error.Message, hint: null, error);
        }
    }

    /// <summary>Completes when the user has had enough.</summary>
    public static async Task WaitForEndAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is the normal way to stop.
        }
    }
}
