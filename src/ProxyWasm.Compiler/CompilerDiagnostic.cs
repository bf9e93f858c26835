namespace ProxyWasm.Compiler;

/// <summary>A problem in the compiled program.</summary>
/// <param name="Member">The member that cannot run.</param>
/// <param name="Reason">Why, and what to use instead.</param>
/// <param name="Calls">The callers from the user's code to the member, nearest to the member first.</param>
/// <param name="File">Source file of the user's code that leads there; null without debug information.</param>
/// <param name="Line">Line in the file, counted from one; zero without debug information.</param>
/// <param name="Column">Column in the line, counted from one; zero without debug information.</param>
public sealed record CompilerDiagnostic(
    string Member, string Reason, IReadOnlyList<string> Calls, string? File, int Line, int Column)
{
    /// <summary>False when only the base library's own code calls the member, which raises if it ever does.</summary>
    public required bool IsError { get; init; }

    /// <summary>The problem in the format that build tools recognise.</summary>
    /// <returns>A line for the problem and one for each caller.</returns>
    public override string ToString()
    {
        var place = File is null ? "" : $"{File}({Line},{Column}): ";
        var path = string.Concat(Calls.Select(c => $"{Environment.NewLine}    called from {c}"));
        var id = IsError ? "error PWC0001" : "note PWC0002";
        return $"{place}{id}: {Member} is not available in a WebAssembly module: {Reason}{path}";
    }
}
