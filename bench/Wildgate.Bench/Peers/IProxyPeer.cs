using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Peers;

/// <summary>A server the benchmark compares. Implementations hold no state; a new peer is one class and one line in
/// <see cref="PeerCatalog"/>.</summary>
internal interface IProxyPeer
{
    /// <summary>Name in tables and in <c>--peers</c>: lower case, no blanks.</summary>
    string Name { get; }

    PeerJob Job { get; }

    /// <summary>Looks whether the peer is installed.</summary>
    PeerAvailability Check();

    /// <summary>Writes the peer's files and gives the command that runs it in the foreground, with one worker or thread
    /// where it has such a setting, without access log, on 127.0.0.1 only, ending at SIGTERM.</summary>
    ProcessCommand Prepare(PeerSite site);
}
