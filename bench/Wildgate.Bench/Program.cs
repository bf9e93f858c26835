using System.CommandLine;
using Spectre.Console;
using Wildgate.Bench;
using Wildgate.Bench.Commands;

const int Failure = 1;
const int UsageError = 2;
const int Interrupted = 130;
const int ReportColumns = 160;

var root = new RootCommand("Benchmarks of Wildgate")
{
    HostCommand.Create(),
    PluginsCommand.Create(),
    CompilerCommand.Create(),
    GatewayCommand.Create(),
    SoakCommand.Create(),
    LoadCommand.Create(),
    UpstreamCommand.Create(),
    DotnetPeerCommand.Create(),
    WildgatePeerCommand.Create(),
};

if (Console.IsOutputRedirected)
{
    // Without a terminal there is no width to fit into, and wrapped tables are hard to read.
    AnsiConsole.Profile.Width = ReportColumns;
}

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync($"Error: {error.Message}");
    }

    return UsageError;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,

        // Interrupted, the benchmark still stops the servers it has started.
        ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
    });
}
catch (BenchException e)
{
    await Console.Error.WriteLineAsync($"Error: {e.Message}");
    return Failure;
}
catch (OperationCanceledException)
{
    return Interrupted;
}
