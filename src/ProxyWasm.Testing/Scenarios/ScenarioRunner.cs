using System.Diagnostics;
using ProxyWasm.Host;
using ProxyWasm.Host.Modules;
using ProxyWasm.Testing.Reports;
using ProxyWasm.Testing.Running;
using ProxyWasm.Testing.Scenarios.Steps;

namespace ProxyWasm.Testing.Scenarios;

/// <summary>Runs scenarios, each in a test host of its own.</summary>
public static class ScenarioRunner
{
    /// <summary>Runs all scenarios of a file, one after the other.</summary>
    /// <param name="file">The scenarios.</param>
    /// <param name="plugin">What is tested. Its configuration is for scenarios without one.</param>
    /// <param name="finished">Hears of each result as it comes; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run between two scenarios.</param>
    /// <exception cref="IOException">The file of the module cannot be read.</exception>
    public static async Task<IReadOnlyList<CaseResult>> RunAllAsync(
        ScenarioFile file,
        TestPlugin plugin,
        Action<CaseResult>? finished = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(plugin);
        using var engine = new SharedEngine();
        var results = new List<CaseResult>();
        foreach (var scenario in file.Scenarios)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await RunAsync(scenario, plugin, engine, cancellationToken);
            results.Add(result);
            finished?.Invoke(result);
        }

        return results;
    }

    private static async Task<CaseResult> RunAsync(
        Scenario scenario, TestPlugin plugin, SharedEngine engine, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var failures = new List<string>();
        var logs = new List<string>();
        var options = new TestHostOptions
        {
            Engine = engine,
            OnLog = record => logs.Add($"{record.Level.ToString().ToLowerInvariant()}: {record.Message}"),
        };
        options = scenario.StartTime is { } time ? options with { StartTime = time } : options;
        try
        {
            Script(scenario, options.Upstreams);
            await using var host = await TestHost.StartAsync(Configure(scenario, plugin), options, cancellationToken);
            if (scenario.StartFailure is not null)
            {
                failures.Add($"{scenario.Place}: expected the plugin not to start, but it did");
            }
            else
            {
                await RunStepsAsync(scenario, new ScenarioRun(host), failures);
            }

            logs.AddRange(host.HostMessages.Select(static message => $"host: {message}"));
        }
        catch (Exception error) when (error is PluginLoadException or ModuleException)
        {
            CheckFailure(scenario, error.Message, logs, failures);
        }

        return new CaseResult(scenario.Name, failures, logs, Stopwatch.GetElapsedTime(started));
    }

    // After the first step that goes wrong, the others say nothing.
    private static async Task RunStepsAsync(Scenario scenario, ScenarioRun run, List<string> failures)
    {
        foreach (var step in scenario.Steps)
        {
            run.FirstLog = run.Host.Logs.Count;
            var problems = await FindProblemsAsync(step, run);
            failures.AddRange(problems.Select(problem => $"{step.Place}: {problem}"));
            if (problems.Count > 0)
            {
                return;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> FindProblemsAsync(ScenarioStep step, ScenarioRun run)
    {
        try
        {
            await step.DoAsync(run);
            return [.. step.Expectations.SelectMany(check => check(run))];
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            return [error.Message];
        }
    }

    private static void CheckFailure(
        Scenario scenario, string message, IReadOnlyList<string> logs, List<string> failures)
    {
        if (scenario.StartFailure is not { } expected)
        {
            failures.Add($"{scenario.Place}: the plugin does not start: {message}");
        }
        else if (!expected.Matches(message) && !logs.Any(expected.Matches))
        {
            failures.Add(
                $"{scenario.Place}: expected the plugin not to start with {expected}, found "
                + TextMatcher.Show(message));
        }
    }

    private static TestPlugin Configure(Scenario scenario, TestPlugin plugin) => plugin with
    {
        ConfigurationBytes = scenario.Configuration ?? plugin.ConfigurationBytes,
        VmConfiguration = scenario.VmConfiguration,
        RootId = scenario.RootId,
        Environment = scenario.Environment,
        FailurePolicy = scenario.FailOpen ? FailurePolicy.FailOpen : FailurePolicy.FailClosed,
    };

    private static void Script(Scenario scenario, TestUpstreams upstreams)
    {
        foreach (var cluster in scenario.Upstreams)
        {
            var upstream = upstreams.Add(cluster.Name);
            upstream.IsAvailable = cluster.IsAvailable;

            // The test host asks the last rule first.
            foreach (var (path, delay, answer) in cluster.Rules.Reverse())
            {
                var rule = path is null ? upstream.On() : upstream.On(path);
                rule.After(delay).Give(answer);
            }
        }
    }
}
