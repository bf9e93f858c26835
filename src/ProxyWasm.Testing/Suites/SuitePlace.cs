namespace ProxyWasm.Testing.Suites;

/// <summary>A place in a file of test cases.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">Line from 1; 0 for the file as a whole.</param>
/// <param name="Column">Column from 1; 0 for the file as a whole.</param>
public readonly record struct SuitePlace(string File, int Line, int Column)
{
    /// <summary>In the form that editors and terminals make a link of.</summary>
    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}:{Line}:{Column}");
}
