namespace ProxyWasm.Compiler.Importing;

/// <summary>What follows an IL opcode in the stream.</summary>
internal enum IlArgument
{
    None,
    Byte,
    SByte,
    UInt16,
    Int32,
    Int64,
    Single,
    Double,
    ShortBranch,
    Branch,
    Switch,
}
