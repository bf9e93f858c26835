using ProxyWasm.Testing.Suites;

namespace Wildgate.Cli.Testing;

/// <summary>A file of test cases.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Format">Its syntax.</param>
internal sealed record TestFile(string Path, SuiteFormat Format)
{
    private const string Folder = "tests";

    /// <summary>The files of a project: those in its folder <c>tests</c>, by name.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    public static IReadOnlyList<TestFile> In(string projectDirectory)
    {
        var folder = System.IO.Path.Combine(projectDirectory, Folder);
        TestFile[] files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(Of).OfType<TestFile>()]
            : [];
        return files.Length > 0 ? files : throw new CommandException(
            ExitCode.Failure,
            "testsNotFound",
            $"there are no test cases in {System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}",
            "Write a file tests/NAME.yaml or tests/NAME.textpb there, or name one after --yaml or --proto");
    }

    private static TestFile? Of(string path) => System.IO.Path.GetExtension(path) switch
    {
        ".yaml" or ".yml" => new TestFile(Shown(path), SuiteFormat.Yaml),
        ".textpb" or ".txtpb" or ".textproto" => new TestFile(Shown(path), SuiteFormat.TextProto),
        _ => null,
    };

    private static string Shown(string path) =>
        System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
}
