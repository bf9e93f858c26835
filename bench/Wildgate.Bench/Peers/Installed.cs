using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Peers;

/// <summary>Looks for programs of the distribution.</summary>
internal static class Installed
{
    // Debian keeps servers in sbin folders, which are not on the PATH of an ordinary user.
    private static readonly string[] SystemFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <summary>Full path of a program, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(SystemFolders)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>Present with the version its flag prints, or absent with the package to install.</summary>
    public static PeerAvailability Check(string program, string versionFlag, string package) =>
        Find(program) is { } path
            ? PeerAvailability.Present(ChildProcess.Output(new ProcessCommand(path, versionFlag)).Split('\n')[0])
            : PeerAvailability.Absent($"apt-get install {package}");
}
