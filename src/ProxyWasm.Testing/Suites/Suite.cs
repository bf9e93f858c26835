using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Suites;

/// <summary>
/// Test cases for one plugin, in the format of Google Cloud's Service Extensions plugin tester: YAML, or the same as
/// protobuf text. Immutable.
/// </summary>
public sealed class Suite
{
    internal Suite(string path, SuiteEnvironment environment, IReadOnlyList<SuiteCase> cases)
    {
        Path = path;
        Environment = environment;
        Cases = cases;
    }

    /// <summary>The file as it was named.</summary>
    public string Path { get; }

    /// <summary>What the file says about the plugin and its surroundings.</summary>
    public SuiteEnvironment Environment { get; }

    /// <summary>Names of the cases, in order.</summary>
    public IReadOnlyList<string> Names => [.. Cases.Select(@case => @case.Name)];

    internal IReadOnlyList<SuiteCase> Cases { get; }

    /// <summary>
    /// Where a file of <see cref="Environment"/> lies: relative to the working directory or, if nothing is there, to
    /// the suite.
    /// </summary>
    public string Locate(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return File.Exists(file) ? file : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", file);
    }

    /// <summary>Reads a suite and every file that its cases name.</summary>
    /// <param name="path">The suite.</param>
    /// <param name="format">Its syntax.</param>
    /// <exception cref="SuiteException">A file cannot be read, or what it says is wrong.</exception>
    public static Suite Read(string path, SuiteFormat format)
    {
        var files = new SuiteFiles(path);
        var text = files.ReadSuite();
        SuiteNode? root = format == SuiteFormat.Yaml
            ? YamlReader.Read(path, text)
            : TextFormatReader.Read(path, text);
        return new SuiteBinder(files).Bind(root ?? new MessageNode(new SuitePlace(path, 0, 0), []));
    }
}
