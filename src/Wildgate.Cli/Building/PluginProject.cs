namespace Wildgate.Cli.Building;

/// <summary>A C# project that builds to a plugin.</summary>
/// <param name="File">Full path of the project file.</param>
internal sealed record PluginProject(string File)
{
    /// <summary>The path that means the project in the working directory.</summary>
    public const string Here = ".";

    private const string Extension = ".csproj";

    /// <summary>Whether the working directory has a project, or several.</summary>
    public static bool IsHere => FilesIn(Here).Length > 0;

    public string Name => Path.GetFileNameWithoutExtension(File);

    public string Directory => Path.GetDirectoryName(File)!;

    /// <summary>Whether a path means a project, and not a module: a directory or a project file.</summary>
    public static bool IsMeantBy(string path) =>
        System.IO.Directory.Exists(path) || path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the project as <c>dotnet build</c> does.</summary>
    /// <param name="path">A project file, or a directory with exactly one.</param>
    /// <exception cref="CommandException">There is none, or more than one.</exception>
    public static PluginProject Find(string path)
    {
        if (System.IO.File.Exists(path))
        {
            return new PluginProject(Path.GetFullPath(path));
        }

        if (!System.IO.Directory.Exists(path))
        {
            throw Missing($"{path} does not exist");
        }

        var files = FilesIn(path);
        return files switch
        {
            [var file] => new PluginProject(Path.GetFullPath(file)),
            [] => throw Missing(
                path == Here ? "there is no project in this directory" : $"there is no project in {path}"),
            _ => throw new CommandException(
                ExitCode.Usage,
                "projectAmbiguous",
                $"{path} has several projects: {string.Join(", ", files.Select(Path.GetFileName))}",
                "Name one of them"),
        };
    }

    private static string[] FilesIn(string directory) =>
        [.. System.IO.Directory.EnumerateFiles(directory, "*" + Extension).Order(StringComparer.Ordinal)];

    private static CommandException Missing(string what) => new(
        ExitCode.Failure,
        "projectNotFound",
        what,
        "Make one with `wild init NAME`, or name the directory of a C# project");
}
