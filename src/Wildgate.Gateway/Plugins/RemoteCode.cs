namespace Wildgate.Gateway.Plugins;

/// <summary>What came of fetching a module: its bytes, or the reason why there are none.</summary>
/// <param name="Module">The module; null when it could not be fetched.</param>
/// <param name="Problem">Why not, for a log; empty when it could.</param>
internal sealed record RemoteCode(byte[]? Module, string Problem)
{
    public static RemoteCode Failed(string problem) => new(null, problem);
}
