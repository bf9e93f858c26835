namespace Wildgate.Cli.Building;

/// <summary>Where the <c>dotnet</c> command is.</summary>
internal static class DotnetProgram
{
    /// <summary>The one that runs this program, else the one of the search path.</summary>
    public static string Path { get; } =
        System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? Environment.ProcessPath!
            : "dotnet";
}
