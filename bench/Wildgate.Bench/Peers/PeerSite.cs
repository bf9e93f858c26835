namespace Wildgate.Bench.Peers;

/// <summary>Where a peer runs.</summary>
/// <param name="Folder">An empty folder for its files, readable for everybody, deleted at the end.</param>
/// <param name="Port">Port on 127.0.0.1 it listens on.</param>
/// <param name="UpstreamPort">Port on 127.0.0.1 it forwards to.</param>
internal sealed record PeerSite(string Folder, int Port, int UpstreamPort)
{
    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
