namespace Wildgate.Bench.Gateway;

/// <summary>A peer that is not installed, and the command that installs it.</summary>
internal sealed record SkippedPeer(string Name, string Missing);
