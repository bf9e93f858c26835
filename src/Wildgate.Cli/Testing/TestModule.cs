using ProxyWasm.Testing;
using ProxyWasm.Testing.Suites;
using Wildgate.Cli.Building;
using Wildgate.Cli.Input;
using Wildgate.Cli.Output;
using Wildgate.Cli.Running;

namespace Wildgate.Cli.Testing;

/// <summary>
/// Finds the module that a suite tests: the one of the command line, the one that the suite names, or the one that the
/// project builds to.
/// </summary>
internal sealed class TestModule(TestOptions options, Terminal terminal)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _read = new(StringComparer.Ordinal);
    private string? _built;

    /// <exception cref="CommandException">There is no module that can run, or no configuration.</exception>
    public async Task<TestPlugin> LoadAsync(Suite suite, CancellationToken cancellation)
    {
        var path = await FindAsync(suite, cancellation);
        if (!_read.TryGetValue(path, out var code))
        {
            code = await PluginGateway.ReadModuleAsync(path, cancellation);
            PluginGateway.RequireRunnable(path, code);
            _read.Add(path, code);
        }

        var configuration = options.ConfigurationFile
            ?? (suite.Environment.ConfigPath is { Length: > 0 } named ? suite.Locate(named) : null);
        return new TestPlugin(Path.GetFileNameWithoutExtension(path), code)
        {
            ConfigurationBytes = configuration is null
                ? default
                : await InputFile.ReadAsync(configuration, InputKind.TestConfiguration, cancellation),
        };
    }

    private async Task<string> FindAsync(Suite suite, CancellationToken cancellation)
    {
        if (options.Plugin is { } plugin)
        {
            return plugin;
        }

        if (suite.Environment.WasmPath is { Length: > 0 } named)
        {
            return suite.Locate(named);
        }

        if (options.Files.Count > 0 && options.Project == PluginProject.Here && !PluginProject.IsHere)
        {
            throw new CommandException(
                ExitCode.Usage,
                "pluginMissing",
                $"{suite.Path} names no plugin, and there is no project here",
                "Name the module after --plugin, or in the suite: env.wasm_path");
        }

        var built = await ProjectBuild.RunAsync(options.Project, terminal, cancellation);
        return _built ??= built.Module;
    }
}
