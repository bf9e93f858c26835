using ProxyWasm.Testing.Reports;
using ProxyWasm.Testing.Scenarios;
using ProxyWasm.Testing.Suites;
using Wildgate.Cli.Building;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Testing;

/// <summary>Runs files of test cases one after the other and shows each result as it comes.</summary>
internal sealed class TestRun(TestOptions options, Terminal terminal)
{
    private readonly TestModule _module = new(options, terminal);
    private readonly ConsoleReport _console = new(terminal.Output);

    /// <exception cref="CommandException">A file or the module cannot be used.</exception>
    public async Task<IReadOnlyList<RunReport>> RunAsync(CancellationToken cancellation)
    {
        var files = options.Files.Count > 0
            ? options.Files
            : TestFile.In(PluginProject.Find(options.Project).Directory);

        // All of them are read first: a mistake in the last one should not be told after minutes.
        object[] read = [.. files.Select(Read)];
        RequireMeasurable(read);
        var reports = new List<RunReport>();
        foreach (var file in read)
        {
            reports.Add(file is ScenarioFile scenarios
                ? await RunAsync(scenarios, cancellation)
                : await RunAsync((Suite)file, cancellation));
        }

        _console.Summarise(reports);
        return reports;
    }

    // What scenarios do not have is told and not passed over.
    private void RequireMeasurable(object[] files)
    {
        if (files.Any(static file => file is not ScenarioFile))
        {
            return;
        }

        var option = options.MeasureAll ? "--bench"
            : !options.RunTests ? "--no-test"
            : options.LogFile is not null ? "--log-file"
            : null;
        if (option is not null)
        {
            throw new CommandException(
                ExitCode.Usage,
                "scenariosOnly",
                $"{option} says nothing about scenarios, and {((ScenarioFile)files[0]).Path} has no other cases",
                "Benchmarks and log files belong to the format of the plugin tester; leave the option out");
        }
    }

    // Two formats; a file of scenarios says so in its root.
    private static object Read(TestFile file)
    {
        try
        {
            return file.Format == SuiteFormat.Yaml && ScenarioFile.IsMeantBy(file.Path)
                ? ScenarioFile.Read(file.Path)
                : Suite.Read(file.Path, file.Format);
        }
        catch (SuiteException error)
        {
            var exitCode = error.Id == "PW4001" ? ExitCode.Failure : ExitCode.InvalidInput;
            throw new CommandException(exitCode, error.Id, error.Message, error.Advice, error);
        }
    }

    private async Task<RunReport> RunAsync(ScenarioFile file, CancellationToken cancellation)
    {
        var plugin = await _module.LoadAsync(file, cancellation);
        _console.Begin(file.Path);
        var cases = options.RunTests
            ? await ScenarioRunner.RunAllAsync(file, plugin, _console.Write, cancellation)
            : [];
        return new RunReport(file.Path, cases, []);
    }

    private async Task<RunReport> RunAsync(Suite suite, CancellationToken cancellation)
    {
        var plugin = await _module.LoadAsync(suite, cancellation);
        using var log = OpenLog(options.LogFile ?? suite.Environment.LogPath);
        var runOptions = new SuiteRunOptions
        {
            Log = log,
            LogLevel = options.LogLevel,
            AdditionalStreams = options.AdditionalStreams,
            AdditionalStreamAdvanceRate = options.AdditionalStreamAdvanceRate,
        };
        using var runner = await SuiteRunner.CreateAsync(suite, plugin, runOptions, cancellation);
        _console.Begin(suite.Path);
        var cases = options.RunTests ? runner.RunAll(_console.Write, cancellation) : [];
        var report = new RunReport(suite.Path, cases, Measure(suite, runner, cancellation));
        _console.Write(report.Costs);
        return report;
    }

    private IReadOnlyList<CallbackCost> Measure(Suite suite, SuiteRunner runner, CancellationToken cancellation)
    {
        try
        {
            return options.RunBenchmarks ? runner.Measure(options.MeasureAll, cancellation) : [];
        }
        catch (SuiteRunException error)
        {
            throw new CommandException(
                ExitCode.Failure,
                "benchmarkFailed",
                $"{suite.Path}: the benchmark ended: {error.Message}",
                "Run the tests first; a plugin that fails cannot be measured",
                error);
        }
    }

    private static StreamWriter? OpenLog(string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        try
        {
            return path == "/dev/stdout"
                ? new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true }
                : new StreamWriter(path, append: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ReportFile.Unwritable(path, error);
        }
    }
}
