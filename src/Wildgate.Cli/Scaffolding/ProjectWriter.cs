using System.Xml.Linq;
using Wildgate.Cli.Building;

namespace Wildgate.Cli.Scaffolding;

/// <summary>Writes the files of a new project; all of them or, when one would be lost, none.</summary>
internal static class ProjectWriter
{
    private const string Sources = "RestoreAdditionalProjectSources";

    /// <param name="directory">Where; it is made when it does not exist.</param>
    /// <param name="template">What.</param>
    /// <param name="name">The name of the plugin.</param>
    /// <param name="hasUnitTests">Whether it gets a project of unit tests.</param>
    /// <param name="overwrite">Whether files that exist are replaced.</param>
    /// <returns>Paths of the files below the directory, in the order of a listing.</returns>
    /// <exception cref="CommandException">A file exists or cannot be written.</exception>
    public static IReadOnlyList<string> Write(
        string directory, ProjectTemplate template, ProjectName name, bool hasUnitTests, bool overwrite)
    {
        (string Path, string Content)[] project = [.. template.Files(name, InstalledPackages.Version, hasUnitTests)];
        (string Path, string Content)[] files =
        [
            .. project,
            .. project.Where(static file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(static file => (file.Path + ".user", UserSettings())),
        ];
        if (!overwrite)
        {
            RequireAbsent(directory, files.Select(static file => file.Path));
        }

        try
        {
            foreach (var (path, content) in files)
            {
                var target = Path.Combine(directory, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, content);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                ExitCode.Failure,
                "directoryUnwritable",
                $"cannot write to {directory}: {error.Message}",
                hint: null,
                error);
        }

        return [.. files.Select(static file => file.Path).Order(StringComparer.Ordinal)];
    }

    private static void RequireAbsent(string directory, IEnumerable<string> paths)
    {
        var existing = paths.Where(path => File.Exists(Path.Combine(directory, path))).ToArray();
        if (existing.Length > 0)
        {
            throw new CommandException(
                ExitCode.Failure,
                "fileExists",
                $"{directory} already has {string.Join(", ", existing)}",
                "Choose another directory, or overwrite with --force");
        }
    }

    // Where this program is installed concerns this machine alone, so it is not in the project file: the file of the
    // user's own settings is not committed, and without it the packages come from where others come from.
    private static string UserSettings()
    {
        var project = new XElement(
            "Project",
            new XElement(
                "PropertyGroup",
                new XAttribute("Condition", $"Exists('{InstalledPackages.Directory}')"),
                new XElement(Sources, $"$({Sources});{InstalledPackages.Directory}")));
        return project + "\n";
    }
}
