namespace Wildgate.Cli.Building;

/// <summary>A module that a build has written.</summary>
/// <param name="Project">Path of the project file.</param>
/// <param name="Module">Path of the module.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record BuiltModule(string Project, string Module, long Bytes);
