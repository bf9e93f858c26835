namespace Wildgate.Gateway.Configuration;

/// <summary>A module in a file (<c>local.filename</c>).</summary>
/// <param name="FileName">The path as the configuration writes it.</param>
/// <param name="FullPath">
/// The absolute path: relative to the working directory as in Envoy, or beside the configuration file when only that
/// exists. The file itself may be missing.
/// </param>
public sealed record FileCodeConfig(string FileName, string FullPath) : VmCodeConfig;
