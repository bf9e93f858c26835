using ProxyWasm.Testing.Suites;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Scenarios.Reading;

/// <summary>Makes a <see cref="ScenarioFile"/> of its text.</summary>
internal sealed class ScenarioReader(SuiteFiles files)
{
    public ScenarioFile Read(SuiteNode root)
    {
        var fields = new MessageReader(root, "a file of scenarios");
        var plugin = fields.Text("plugin");
        var configuration = ReadConfiguration(fields);
        Scenario[] scenarios =
            [.. fields.Repeated(ScenarioFile.RootField).Select(node => ReadScenario(node, configuration))];
        fields.Complete();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scenario in scenarios)
        {
            if (!names.Add(scenario.Name))
            {
                throw SuiteException.BadValue(
                    scenario.Place,
                    $"two scenarios have the name \"{scenario.Name}\"",
                    "Give each scenario a name of its own");
            }
        }

        return new ScenarioFile(files.SuitePath, plugin, scenarios);
    }

    private Scenario ReadScenario(SuiteNode node, ReadOnlyMemory<byte>? configuration)
    {
        var fields = new MessageReader(node, "a scenario");
        var upstreams = fields.Single("upstreams");
        var environment = fields.Single("environment");
        var failure = fields.Single("start_failure");
        var scenario = new Scenario
        {
            Name = fields.Text("name"),
            Place = fields.Place,
            Configuration = ReadConfiguration(fields) ?? configuration,
            VmConfiguration = fields.Text("vm_configuration"),
            RootId = fields.Text("root_id"),
            FailOpen = fields.Flag("fail_open"),
            StartTime = ReadTime(fields),
            StartFailure = failure is null ? null : ValueReader.Matcher(failure, "a failure"),
            Environment = environment is null
                ? []
                : [.. ValueReader.Entries(environment, "variables").Select(entry =>
                    KeyValuePair.Create(entry.Name, ValueReader.Text(entry.Value, $"\"{entry.Name}\"")))],
            Upstreams = upstreams is null
                ? []
                : [.. ValueReader.Entries(upstreams, "services by their clusters").Select(entry =>
                    AnswerReader.ReadCluster(entry.Name, entry.Value))],
            Steps = new StepReader([.. fields.Repeated("steps")]).Read(),
        };
        fields.Complete();
        return Require(scenario);
    }

    private static Scenario Require(Scenario scenario)
    {
        if (scenario.Name.Length == 0)
        {
            throw SuiteException.BadValue(scenario.Place, "a scenario has no name", "Add name: and what it shows");
        }

        if (scenario.StartFailure is not null && scenario.Steps.Count > 0)
        {
            throw SuiteException.BadValue(
                scenario.Place, "start_failure and steps exclude each other", "Keep one of them");
        }

        return scenario;
    }

    private ReadOnlyMemory<byte>? ReadConfiguration(MessageReader fields)
    {
        var inline = fields.Single("configuration");
        var file = fields.Scalar("configuration_file");
        if (inline is not null && file is not null)
        {
            throw SuiteException.BadValue(
                file.Place, "\"configuration\" and \"configuration_file\" exclude each other", "Keep one of them");
        }

        return inline is not null ? ValueReader.Configuration(inline)
            : file is not null ? files.Read(file.Text, file.Place)
            : (ReadOnlyMemory<byte>?)null;
    }

    private static DateTimeOffset? ReadTime(MessageReader fields)
    {
        if (fields.Scalar("time") is not { } scalar)
        {
            return null;
        }

        return DateTimeOffset.TryParse(
            scalar.Text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out var time)
            ? time
            : throw SuiteException.BadValue(
                scalar.Place, $"expected a time, found \"{scalar.Text}\"", "Write it as 2024-01-31T12:00:00Z");
    }
}
