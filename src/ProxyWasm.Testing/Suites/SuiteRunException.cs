namespace ProxyWasm.Testing.Suites;

/// <summary>A case cannot go on: the plugin does not start, or has failed.</summary>
public sealed class SuiteRunException : Exception
{
    internal SuiteRunException(string phase, string problem, Exception? cause = null)
        : base($"[{phase}] {problem}", cause)
    {
    }
}
