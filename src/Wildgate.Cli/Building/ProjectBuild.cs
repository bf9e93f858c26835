using System.Diagnostics;
using System.Text.Json;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Building;

/// <summary>Builds a project with <c>dotnet build</c>, which calls the compiler for WebAssembly.</summary>
/// <param name="Project">What to build.</param>
/// <param name="Configuration"><c>Release</c>, <c>Debug</c>, or another that the project knows.</param>
/// <param name="Arguments">What else <c>dotnet build</c> is told.</param>
internal sealed record ProjectBuild(PluginProject Project, string Configuration, IReadOnlyList<string> Arguments)
{
    public const string DefaultConfiguration = "Release";

    private const string ModuleProperty = "WasmOutput";
    private const string EnabledProperty = "WasmCompile";

    /// <summary>Builds for a command that goes on with the module, such as <c>wild run</c>.</summary>
    /// <exception cref="CommandException">There is no project, or it does not build.</exception>
    public static Task<BuiltModule> RunAsync(string path, Terminal terminal, CancellationToken cancellation) =>
        new ProjectBuild(PluginProject.Find(path), DefaultConfiguration, []).RunAsync(terminal.Error, cancellation);

    /// <param name="log">Takes what the build says: errors and warnings.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <exception cref="CommandException">It does not build; why is in the log.</exception>
    public async Task<BuiltModule> RunAsync(StyledWriter log, CancellationToken cancellation)
    {
        InstalledPackages.ForgetOtherBuilds();
        var answers = Path.GetTempFileName();
        try
        {
            var exitCode = await RunDotnetAsync(answers, log, cancellation);
            if (exitCode != 0)
            {
                throw new CommandException(
                    ExitCode.Failure,
                    "buildFailed",
                    $"{Project.Name} does not build",
                    "The errors above say why and where");
            }

            return Find(await File.ReadAllTextAsync(answers, cancellation));
        }
        finally
        {
            File.Delete(answers);
        }
    }

    private async Task<int> RunDotnetAsync(string answers, StyledWriter log, CancellationToken cancellation)
    {
        using var process = Start(answers);
        try
        {
            await Task.WhenAll(
                CopyAsync(process.StandardOutput, log, cancellation),
                CopyAsync(process.StandardError, log, cancellation));
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private Process Start(string answers)
    {
        var start = new ProcessStartInfo(DotnetProgram.Path)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "build",
                Project.File,
                "--configuration",
                Configuration,
                "-nologo",
                "-verbosity:quiet",
                "-consoleLoggerParameters:NoSummary",
                "-target:Build",
                $"-getProperty:{ModuleProperty}",
                $"-getProperty:{EnabledProperty}",
                $"-getResultOutputFile:{answers}",
            },
        };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // An environment variable and not a property, so that what the project itself says is added and not replaced.
        start.Environment["RestoreAdditionalProjectSources"] = InstalledPackages.Directory;
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new CommandException(
                ExitCode.Failure,
                "dotnetNotFound",
                $"dotnet cannot be run: {error.Message}",
                "Install the .NET SDK 10, see https://dotnet.microsoft.com/download",
                error);
        }
    }

    // The summary repeats what was said; it comes after a restore even when it is not asked for.
    private static async Task CopyAsync(StreamReader from, StyledWriter to, CancellationToken cancellation)
    {
        var isSummary = false;
        while (await from.ReadLineAsync(cancellation) is { } line)
        {
            isSummary |= line is "Build succeeded." or "Build FAILED.";
            if (line.Length > 0 && !isSummary)
            {
                to.WriteLine(TerminalText.Clean(line));
            }
        }
    }

    private BuiltModule Find(string answers)
    {
        using var document = JsonDocument.Parse(answers);
        var properties = document.RootElement.GetProperty("Properties");
        var module = properties.GetProperty(ModuleProperty).GetString();
        if (properties.GetProperty(EnabledProperty).GetString() != "true" || string.IsNullOrEmpty(module))
        {
            throw new CommandException(
                ExitCode.InvalidInput,
                "projectNotPlugin",
                $"{Project.Name} builds, but not to a WebAssembly module",
                "Add the package ProxyWasm.Sdk to the project: dotnet add package ProxyWasm.Sdk");
        }

        return new BuiltModule(Project.File, module, new FileInfo(module).Length);
    }
}
