namespace ProxyWasm.Compiler.Intermediate;

/// <summary>How far a type that has a static constructor is.</summary>
internal static class InitState
{
    /// <summary>The static constructor runs or has run. Before it the word is zero.</summary>
    public const int Begun = 1;

    /// <summary>It has failed, and every further use of the type raises the same exception.</summary>
    public const int Failed = 2;
}
