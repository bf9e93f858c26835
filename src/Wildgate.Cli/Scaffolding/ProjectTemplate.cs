using System.Reflection;

namespace Wildgate.Cli.Scaffolding;

/// <summary>A plugin to begin with.</summary>
/// <param name="Name">What <c>--template</c> calls it.</param>
/// <param name="Description">What the plugin does, in a few words.</param>
internal sealed record ProjectTemplate(string Name, string Description)
{
    private const string Root = "templates/";
    private const string Shared = "common";
    private const string UnitTests = "unit-tests/";

    public static IReadOnlyList<ProjectTemplate> All { get; } =
    [
        new("hello", "adds a response header; its text is configured"),
        new("auth", "refuses requests without an API key"),
        new("callout", "asks another service before a request may pass"),
        new("body", "reads and changes response bodies"),
        new("metrics", "counts requests and measures how long they take"),
        new("tcp", "speaks a line protocol on a TCP connection"),
    ];

    /// <summary>The files of a new project: path below its directory, and content.</summary>
    /// <param name="name">Name of the plugin.</param>
    /// <param name="packageVersion">Version of the packages that it refers to.</param>
    /// <param name="hasUnitTests">Whether a project of unit tests is among them.</param>
    public IEnumerable<(string Path, string Content)> Files(
        ProjectName name, string packageVersion, bool hasUnitTests = false)
    {
        string Fill(string text) => text
            .Replace("PLUGIN_CLASS", name.Class, StringComparison.Ordinal)
            .Replace("PLUGIN_NAME", name.Given, StringComparison.Ordinal)
            .Replace("PACKAGE_VERSION", packageVersion, StringComparison.Ordinal);

        var assembly = Assembly.GetExecutingAssembly();
        string[] folders = hasUnitTests ? [Shared, Name, UnitTests + Shared, UnitTests + Name] : [Shared, Name];
        foreach (var folder in folders)
        {
            var prefix = $"{Root}{folder}/";
            foreach (var resource in assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                yield return (Fill(resource[prefix.Length..]), Fill(reader.ReadToEnd()));
            }
        }
    }
}
