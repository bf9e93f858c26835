using System.CommandLine;
using System.CommandLine.Parsing;
using ProxyWasm.Abi;
using ProxyWasm.Testing.Suites;
using Wildgate.Cli.Building;

namespace Wildgate.Cli.Testing;

/// <summary>
/// The arguments of <c>wild test</c>: those of the Service Extensions plugin tester, whose users bring their scripts,
/// each also in the spelling of the other commands.
/// </summary>
internal sealed class TestSyntax
{
    private readonly Argument<string> _project = new("PROJECT")
    {
        Description = "A C# project with test cases in its folder tests.",
        DefaultValueFactory = static _ => PluginProject.Here,
    };

    private readonly Option<string?> _proto = Text("--proto", "FILE", "Test cases as protobuf text.");
    private readonly Option<string?> _yaml = Text("--yaml", "FILE", "Test cases in YAML.");
    private readonly Option<string?> _plugin = Text("--plugin", "PLUGIN.wasm", "The module, whatever the file says.");
    private readonly Option<string?> _config = Text("--config", "FILE", "The plugin configuration, from a file.");
    private readonly Option<string?> _logFile =
        Text("--log-file", "FILE", "Append what plugins log; /dev/stdout works too.", "--logfile");

    private readonly Option<LogLevel?> _logLevel = new("--log-level", "--loglevel")
    {
        HelpName = "LEVEL",
        Description = "The least severe messages that plugins log.",
        CustomParser = ParseLevel,
    };

    private readonly Option<bool> _noTest = Flag("--no-test", "Run benchmarks only.", "--notest");
    private readonly Option<bool> _noBench = Flag("--no-bench", "Run tests only.", "--nobench");
    private readonly Option<bool> _bench = Flag("--bench", "Measure the callbacks of all tests.");
    private readonly Option<int?> _streams = Number(
        "--additional-streams", "Streams kept open beside a benchmark.", "--num_additional_streams");

    private readonly Option<int?> _rate = Number(
        "--additional-stream-advance-rate",
        "How many of them move on between rounds.",
        "--additional_stream_advance_rate");

    private readonly Option<string?> _junit = Text("--junit", "FILE", "Write a report in JUnit's XML.");
    private readonly Option<bool> _schema = Flag("--schema", "Print the JSON Schema of files with scenarios, and end.");
    private readonly Option<string?> _json = Text("--json", "FILE", "Write a report in JSON.");

    public void AddTo(Command command)
    {
        command.Add(_project);
        Option[] options =
        [
            _proto, _yaml, _plugin, _config, _logFile, _logLevel, _noTest, _noBench, _bench, _streams, _rate, _junit,
            _json, _schema,
        ];
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.Validators.Add(CheckChoice);
    }

    /// <summary>Reads a command line that has no errors.</summary>
    public TestOptions Bind(ParseResult parsed) => new()
    {
        Files = [.. FilesIn(parsed)],
        Project = parsed.GetRequiredValue(_project),
        Plugin = parsed.GetValue(_plugin),
        ConfigurationFile = parsed.GetValue(_config),
        LogFile = parsed.GetValue(_logFile),
        LogLevel = parsed.GetValue(_logLevel),
        RunTests = !parsed.GetValue(_noTest),
        RunBenchmarks = !parsed.GetValue(_noBench),
        MeasureAll = parsed.GetValue(_bench),
        AdditionalStreams = parsed.GetValue(_streams),
        AdditionalStreamAdvanceRate = parsed.GetValue(_rate),
        JUnitFile = parsed.GetValue(_junit),
        JsonFile = parsed.GetValue(_json),
    };

    /// <summary>Whether the schema is asked for, and nothing else.</summary>
    public bool AsksForSchema(ParseResult parsed) => parsed.GetValue(_schema);

    private IEnumerable<TestFile> FilesIn(ParseResult parsed)
    {
        if (parsed.GetValue(_proto) is { } proto)
        {
            yield return new TestFile(proto, SuiteFormat.TextProto);
        }

        if (parsed.GetValue(_yaml) is { } yaml)
        {
            yield return new TestFile(yaml, SuiteFormat.Yaml);
        }
    }

    private static Option<string?> Text(string name, string helpName, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = helpName, Description = description };

    private static Option<bool> Flag(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, Arity = ArgumentArity.Zero };

    private static Option<int?> Number(string name, string description, params string[] aliases)
    {
        var option = new Option<int?>(name, aliases) { HelpName = "N", Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 100_000)
            {
                result.AddError($"{name} is a number from 0 to 100000");
            }
        });
        return option;
    }

    private static LogLevel? ParseLevel(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (SuiteLevels.TryParse(text, out var level))
        {
            return level;
        }

        result.AddError($"'{text}' is no log level: give one of {SuiteLevels.Names.ToLowerInvariant()}");
        return null;
    }

    private void CheckChoice(CommandResult result)
    {
        var hasFile = result.GetResult(_proto) is not null || result.GetResult(_yaml) is not null;
        if (result.GetResult(_proto) is not null && result.GetResult(_yaml) is not null)
        {
            result.AddError("--proto and --yaml exclude each other");
        }
        else if (hasFile && result.GetResult(_plugin) is not null
            && result.GetResult(_project) is { Implicit: false, Tokens.Count: > 0 })
        {
            result.AddError("PROJECT has nothing to do beside a file of test cases and --plugin");
        }

        if (result.GetResult(_bench) is not null && result.GetResult(_noBench) is not null)
        {
            result.AddError("--bench and --no-bench exclude each other");
        }
    }
}
