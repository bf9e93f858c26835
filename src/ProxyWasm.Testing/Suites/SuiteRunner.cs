using System.Diagnostics;
using ProxyWasm.Host;
using ProxyWasm.Host.Modules;
using ProxyWasm.Testing.Reports;
using ProxyWasm.Testing.Running;
using ProxyWasm.Testing.Suites.Streams;

namespace ProxyWasm.Testing.Suites;

/// <summary>Runs the cases of a suite, each in a virtual machine of its own. Not thread-safe.</summary>
public sealed class SuiteRunner : IDisposable
{
    private readonly Suite _suite;
    private readonly SuiteRunOptions _options;
    private readonly SharedEngine _engine = new();
    private readonly PluginOptions _plugin;

    private SuiteRunner(Suite suite, SuiteRunOptions options, PluginOptions plugin)
    {
        _suite = suite;
        _options = options;
        _plugin = plugin;
    }

    /// <summary>Prepares a run.</summary>
    /// <param name="suite">The cases.</param>
    /// <param name="plugin">What is tested.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends reading of the module.</param>
    /// <exception cref="ModuleException">The code is not a module that can run here.</exception>
    /// <exception cref="PluginLoadException">Its text is not well-formed.</exception>
    /// <exception cref="IOException">Its file cannot be read.</exception>
    public static async Task<SuiteRunner> CreateAsync(
        Suite suite,
        TestPlugin plugin,
        SuiteRunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(plugin);
        if (plugin.NativeCode is not null)
        {
            throw new ArgumentException("a suite runs a module; use a TestHost for a native plugin", nameof(plugin));
        }

        await using var translator = new PluginHost();
        var code = await plugin.ReadCodeAsync(translator.ConvertText, cancellationToken);
        ModuleInspector.Inspect(WasmModuleInfo.Parse(code)).ThrowIfNotRunnable();
        return new SuiteRunner(suite, options ?? new SuiteRunOptions(), plugin.ToOptions(code));
    }

    /// <summary>Runs all cases, one after the other; <paramref name="finished"/> hears of each.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled between two cases.</exception>
    public IReadOnlyList<CaseResult> RunAll(
        Action<CaseResult>? finished = null, CancellationToken cancellationToken = default)
    {
        var results = new List<CaseResult>();
        foreach (var @case in _suite.Cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = Run(@case);
            results.Add(result);
            finished?.Invoke(result);
        }

        return results;
    }

    /// <summary>Measures the callbacks of cases.</summary>
    /// <param name="all">Whether of all cases, not only of those that the suite marks as benchmarks.</param>
    /// <param name="cancellationToken">Ends the run between two cases.</param>
    /// <exception cref="SuiteRunException">The plugin failed.</exception>
    public IReadOnlyList<CallbackCost> Measure(bool all, CancellationToken cancellationToken = default)
    {
        var costs = new List<CallbackCost>();
        foreach (var @case in _suite.Cases.Where(@case => all || @case.IsBenchmark))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // As in the public tool, logging is off: it would be measured, not the plugin.
            using var session = new SuiteSession(
                _suite, @case, _plugin, _engine, new PhaseLog(Abi.LogLevel.Critical, null));
            costs.AddRange(new SuiteBenchmark(session, @case, Streams(), _options.BenchmarkTime).Run());
        }

        return costs;
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private (int Count, int Rate) Streams()
    {
        var environment = _suite.Environment;
        var rate = _options.AdditionalStreamAdvanceRate ?? environment.AdditionalStreamAdvanceRate;
        return (_options.AdditionalStreams ?? environment.AdditionalStreams, rate > 0 ? rate : 3);
    }

    private CaseResult Run(SuiteCase @case)
    {
        var started = Stopwatch.GetTimestamp();
        _options.Log?.WriteLine($"--- Starting test: {@case.Name} ---");
        var log = new PhaseLog(_options.LogLevel ?? _suite.Environment.LogLevel, _options.Log);
        var checks = new SuiteChecks(log);
        try
        {
            using var session = new SuiteSession(_suite, @case, _plugin, _engine, log);
            new SuiteCaseRun(session, @case, checks).Run();
        }
        catch (SuiteRunException failure)
        {
            checks.Add(failure.Message);
        }

        _options.Log?.WriteLine($"--- Finished test: {@case.Name} ---");
        return new CaseResult(@case.Name, checks.Failures, log.All, Stopwatch.GetElapsedTime(started));
    }
}
