using ProxyWasm.Testing;
using ProxyWasm.Testing.Scenarios;
using ProxyWasm.Testing.Suites;
using Wildgate.Cli.Building;
using Wildgate.Cli.Input;
using Wildgate.Cli.Output;
using Wildgate.Cli.Running;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Plugins;

namespace Wildgate.Cli.Testing;

/// <summary>
/// Finds the module that a file tests: the one of the command line, the one that the file names, or the one that the
/// project builds to.
/// </summary>
internal sealed class TestModule(TestOptions options, Terminal terminal)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _read = new(StringComparer.Ordinal);
    private string? _built;

    /// <exception cref="CommandException">There is no module that can run, or no configuration.</exception>
    public async Task<TestPlugin> LoadAsync(Suite suite, CancellationToken cancellation)
    {
        var named = suite.Environment.WasmPath is { Length: > 0 } path ? suite.Locate(path) : null;
        var (plugin, code) = await LoadAsync(suite.Path, named, cancellation);
        var configuration = options.ConfigurationFile
            ?? (suite.Environment.ConfigPath is { Length: > 0 } file ? suite.Locate(file) : null);
        plugin = await WithConfigurationAsync(plugin, configuration, cancellation);
        var place = new ConfigurationPlace(configuration ?? suite.Path, 0, 0, "configuration");
        RequireRight(code, plugin.ConfigurationBytes, place);
        return plugin;
    }

    /// <exception cref="CommandException">There is no module that can run, or no configuration.</exception>
    public async Task<TestPlugin> LoadAsync(ScenarioFile file, CancellationToken cancellation)
    {
        var directory = Path.GetDirectoryName(file.Path) ?? "";
        var named = file.PluginPath.Length > 0 ? Path.Combine(directory, file.PluginPath) : null;
        var (plugin, code) = await LoadAsync(file.Path, named, cancellation);
        foreach (var (place, configuration) in file.Configurations)
        {
            RequireRight(
                code, configuration, new ConfigurationPlace(place.File, place.Line, place.Column, "configuration"));
        }

        return await WithConfigurationAsync(plugin, options.ConfigurationFile, cancellation);
    }

    private static async Task<TestPlugin> WithConfigurationAsync(
        TestPlugin plugin, string? file, CancellationToken cancellation) => file is null
            ? plugin
            : plugin with
            {
                ConfigurationBytes = await InputFile.ReadAsync(file, InputKind.TestConfiguration, cancellation),
            };

    private async Task<(TestPlugin Plugin, ReadOnlyMemory<byte> Code)> LoadAsync(
        string file, string? named, CancellationToken cancellation)
    {
        var path = await FindAsync(file, named, cancellation);
        if (!_read.TryGetValue(path, out var code))
        {
            code = await PluginGateway.ReadModuleAsync(path, cancellation);
            PluginGateway.RequireRunnable(path, code);
            _read.Add(path, code);
        }

        return (new TestPlugin(Path.GetFileNameWithoutExtension(path), code), code);
    }

    // As the gateway does: a case that needs a wrong configuration would test the host, not the plugin.
    private static void RequireRight(
        ReadOnlyMemory<byte> code, ReadOnlyMemory<byte> configuration, ConfigurationPlace place)
    {
        var verdict = PluginConfigurationCheck.Check(PluginConfigurationCheck.SchemaOf(code), configuration);
        if (verdict.Faults.Count > 0)
        {
            throw InvalidConfiguration.Of(place.Source, verdict.ToException(place));
        }
    }

    private async Task<string> FindAsync(string file, string? named, CancellationToken cancellation)
    {
        if (options.Plugin is { } plugin)
        {
            return plugin;
        }

        if (named is not null)
        {
            return named;
        }

        if (options.Files.Count > 0 && options.Project == PluginProject.Here && !PluginProject.IsHere)
        {
            throw new CommandException(
                ExitCode.Usage,
                "pluginMissing",
                $"{file} names no plugin, and there is no project here",
                "Name the module after --plugin, or in the file: env.wasm_path, or plugin beside scenarios");
        }

        var built = await ProjectBuild.RunAsync(options.Project, terminal, cancellation);
        return _built ??= built.Module;
    }
}
