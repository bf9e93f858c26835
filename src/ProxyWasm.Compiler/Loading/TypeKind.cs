namespace ProxyWasm.Compiler.Loading;

/// <summary>How an <see cref="IlType"/> is built.</summary>
internal enum TypeKind
{
    Named,
    Array,
    MultiArray,
    Pointer,
    ByRef,
    FunctionPointer,
    TypeParameter,
    MethodParameter,
}
