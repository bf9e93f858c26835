using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using ProxyWasm.Abi;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Commands;

/// <summary><c>wild version</c>: what is installed, for reports of defects.</summary>
internal sealed class VersionCommand : Command
{
    private readonly GlobalOptions _globals;

    public VersionCommand(GlobalOptions globals)
        : base("version", "Shows the versions of wild, of its runtime and of the ABIs it speaks.")
    {
        _globals = globals;
        Add(globals.Output);
        SetAction(Print);
    }

    private static VersionDocument Describe()
    {
        var version = InformationalVersion(typeof(VersionCommand).Assembly).Split('+', 2);
        return new VersionDocument(
            version[0],
            version.Length > 1 ? version[1] : "unknown",
            RuntimeInformation.FrameworkDescription,
            [.. Enum.GetNames<AbiVersion>().Select(static name => name[1..].Replace('_', '.'))]);
    }

    private static string InformationalVersion(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? assembly.GetName().Version?.ToString()
        ?? "unknown";

    private int Print(ParseResult parsed)
    {
        var document = Describe();
        var console = _globals.OpenTerminal(parsed).Output;
        if (_globals.FormatOf(parsed) == OutputFormat.Json)
        {
            console.WriteLine(JsonText.Of(document));
            return ExitCode.Success;
        }

        console.WriteLine($"wild      {document.Version}");
        console.WriteLine($"commit    {document.Commit}");
        console.WriteLine($"runtime   {document.Runtime}");
        console.WriteLine($"abi       {string.Join(", ", document.AbiVersions)}");
        return ExitCode.Success;
    }
}
