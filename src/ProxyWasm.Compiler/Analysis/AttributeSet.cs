namespace ProxyWasm.Compiler.Analysis;

/// <summary>
/// Which attributes of a type are asked for; the runtime library's <c>Attributes</c> has the same numbers.
/// </summary>
internal enum AttributeSet
{
    /// <summary>All that stand there.</summary>
    All,

    /// <summary>Those that derived types inherit unless they have one of that class.</summary>
    Replaceable,

    /// <summary>Those that derived types inherit in addition to their own.</summary>
    Additional,
}
