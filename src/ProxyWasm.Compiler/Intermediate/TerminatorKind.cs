namespace ProxyWasm.Compiler.Intermediate;

/// <summary>How control leaves a block.</summary>
internal enum TerminatorKind : byte
{
    None,

    /// <summary>to the only target</summary>
    Jump,

    /// <summary>to the first target if the value is not zero, otherwise to the second</summary>
    Branch,

    /// <summary>to the target numbered by the value, or to the last</summary>
    Switch,

    /// <summary>out of the method, with the value if there is one</summary>
    Return,

    /// <summary>to the handler, or out of the method, with the value as pending exception</summary>
    Throw,

    /// <summary>nowhere: the point is not reached</summary>
    Unreachable,
}
