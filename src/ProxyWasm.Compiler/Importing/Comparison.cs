namespace ProxyWasm.Compiler.Importing;

/// <summary>
/// The comparisons of IL. For floating point the unsigned forms are true when either side is not a number.
/// </summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    GreaterUnsigned,
    GreaterOrEqualUnsigned,
    LessUnsigned,
    LessOrEqualUnsigned,
}
