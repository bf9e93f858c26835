namespace Wildgate.Cli.Building;

/// <summary>A C# project that builds to a plugin.</summary>
/// <param name="File">Full path of the project file.</param>
internal sealed record PluginProject(string File)
{
    /// <summary>The path that means the project in the working directory.</summary>
    public const string Here = ".";

    private const string Extension = ".csproj";

    /// <summary>Whether the working directory has a project, or several.</summary>
    public static bool IsHere => FilesIn(Here).Length > 0
        || OwnerOf(System.IO.Directory.GetCurrentDirectory()) is not null;

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
        if (files.Length == 0 && OwnerOf(Path.GetFullPath(path)) is { } owner)
        {
            return owner;
        }

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

    /// <summary>
    /// The project to whose output a directory belongs: editors start there what a launch profile names.
    /// </summary>
    /// <param name="directory">A full path, such as that of <c>hello/bin/Debug/net10.0</c>.</param>
    /// <returns>Null when it is below no <c>bin</c> beside exactly one project.</returns>
    public static PluginProject? OwnerOf(string directory)
    {
        for (var output = directory; output is not null; output = Path.GetDirectoryName(output))
        {
            if (Path.GetFileName(output) == "bin" && FilesIn(Path.GetDirectoryName(output)!) is [var file])
            {
                return new PluginProject(file);
            }
        }

        return null;
    }

    private static string[] FilesIn(string directory) =>
        [.. System.IO.Directory.EnumerateFiles(directory, "*" + Extension).Order(StringComparer.Ordinal)];

    private static CommandException Missing(string what) => new(
        ExitCode.Failure,
        "projectNotFound",
        what,
        "Make one with `wild init NAME`, or name the directory of a C# project");
}
