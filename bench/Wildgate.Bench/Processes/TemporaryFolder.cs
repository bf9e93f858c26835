namespace Wildgate.Bench.Processes;

/// <summary>A folder that is deleted with everything in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    // Workers of nginx run as an unprivileged user when the master is root, and must reach their files.
    private const UnixFileMode ReadableForAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wildgate-bench-");

    public TemporaryFolder() => Open(_folder);

    /// <summary>Creates a folder inside and gives its path.</summary>
    public string Create(string name)
    {
        var folder = _folder.CreateSubdirectory(name);
        Open(folder);
        return folder.FullName;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Open(DirectoryInfo folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = ReadableForAll;
        }
    }
}
