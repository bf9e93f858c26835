using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Peers;

/// <summary>Whether a peer can run here.</summary>
/// <param name="Version">Its version, when it can.</param>
/// <param name="Missing">What to do to have it, when it cannot.</param>
internal sealed record PeerAvailability(string? Version, string? Missing)
{
    public static PeerAvailability Present(string version) => new(version, null);

    public static PeerAvailability Absent(string remedy) => new(null, remedy);

    /// <summary>Present with the version a program prints for a flag, or absent with the Debian package to
    /// install.</summary>
    public static PeerAvailability OfProgram(string program, string versionFlag, string package) =>
        Installed.Find(program) is { } path
            ? Present(ChildProcess.Output(new ProcessCommand(path, versionFlag)).Split('\n')[0])
            : Absent($"apt-get install {package}");
}
