namespace ProxyWasm.Compiler.Intermediate;

/// <summary>The value types of WebAssembly; references and addresses are <see cref="I32"/>.</summary>
internal enum IrType : byte
{
    Void,
    I32,
    I64,
    F32,
    F64,
}
