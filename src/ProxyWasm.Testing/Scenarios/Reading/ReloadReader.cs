using ProxyWasm.Host;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Scenarios.Reading;

/// <summary>Reads the step <c>reload</c>: another configuration takes the place of the present one.</summary>
internal static class ReloadReader
{
    public static Func<ScenarioRun, Task> Read(SuiteNode value)
    {
        // A step without anything behind it starts the same anew.
        if (value is ScalarNode { Text: "" })
        {
            return static run => ReloadAsync(run, run.Host.Settings, null);
        }

        var fields = new MessageReader(value, "a reload");
        var configuration = fields.Single("configuration");
        ReadOnlyMemory<byte>? bytes = configuration is null ? null : ValueReader.Configuration(configuration);
        var failure = fields.Single("start_failure");
        var expected = failure is null ? null : ValueReader.Matcher(failure, "a failure");
        fields.Complete();
        return run => ReloadAsync(
            run,
            run.Host.Settings with { ConfigurationBytes = bytes ?? run.Host.Settings.ConfigurationBytes },
            expected);
    }

    private static async Task ReloadAsync(ScenarioRun run, TestPlugin plugin, TextMatcher? failure)
    {
        try
        {
            await run.Host.ReloadAsync(plugin);
        }
        catch (PluginLoadException error)
        {
            var logs = run.Host.Logs.Skip(run.FirstLog).Select(static log => log.Message);
            if (failure is null)
            {
                throw new InvalidOperationException($"the plugin does not start anew: {error.Message}", error);
            }

            if (!failure.Matches(error.Message) && !logs.Any(failure.Matches))
            {
                throw new InvalidOperationException(
                    $"expected the plugin not to start anew with {failure}, found {TextMatcher.Show(error.Message)}",
                    error);
            }

            return;
        }

        if (failure is not null)
        {
            throw new InvalidOperationException("expected the plugin not to start anew, but it did");
        }
    }
}
