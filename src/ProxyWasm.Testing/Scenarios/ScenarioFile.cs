using System.Text;
using ProxyWasm.Testing.Scenarios.Reading;
using ProxyWasm.Testing.Suites;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Scenarios;

/// <summary>
/// Test cases in steps: what happens to a plugin one after the other, and what is expected of it. A YAML file whose
/// root has the field <c>scenarios</c>. Immutable.
/// </summary>
public sealed class ScenarioFile
{
    /// <summary>The field of the root that a file of this format has, and no other format.</summary>
    public const string RootField = "scenarios";

    internal ScenarioFile(string path, string pluginPath, IReadOnlyList<Scenario> scenarios)
    {
        Path = path;
        PluginPath = pluginPath;
        Scenarios = scenarios;
    }

    /// <summary>The file as it was named.</summary>
    public string Path { get; }

    /// <summary>The module that the file names, relative to itself; empty when it names none.</summary>
    public string PluginPath { get; }

    /// <summary>Names of the scenarios, in order.</summary>
    public IReadOnlyList<string> Names => [.. Scenarios.Select(scenario => scenario.Name)];

    /// <summary>The JSON Schema (2020-12) of the format.</summary>
    public static string Schema
    {
        get
        {
            using var stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream("scenarios.schema.json")!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    internal IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>The plugin configurations that scenarios give and expect to be accepted, with their places.</summary>
    public IEnumerable<(SuitePlace Place, ReadOnlyMemory<byte> Configuration)> Configurations => Scenarios
        .Where(static scenario => scenario is { StartFailure: null, Configuration: not null })
        .Select(static scenario => (scenario.Place, scenario.Configuration ?? default));

    /// <summary>Whether a file has this format. What is wrong with it is told when it is read.</summary>
    /// <exception cref="SuiteException">It cannot be read or is not YAML.</exception>
    public static bool IsMeantBy(string path) =>
        YamlReader.Read(path, new SuiteFiles(path).ReadSuite()) is MessageNode root
        && root.Fields.Any(field => field.Name == RootField);

    /// <summary>Reads a file.</summary>
    /// <exception cref="SuiteException">It cannot be read, or what it says is wrong.</exception>
    public static ScenarioFile Read(string path)
    {
        var files = new SuiteFiles(path);
        SuiteNode root = YamlReader.Read(path, files.ReadSuite())
            ?? new MessageNode(new SuitePlace(path, 0, 0), []);
        return new ScenarioReader(files).Read(root);
    }
}
