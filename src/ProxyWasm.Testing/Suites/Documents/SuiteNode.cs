namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>A value in a suite's text, whichever of the two syntaxes it is written in.</summary>
internal abstract record SuiteNode(SuitePlace Place)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Form { get; }
}
