namespace ProxyWasm.Compiler.Loading;

/// <summary>What a method token names before the generic arguments of its context are filled in.</summary>
internal sealed record OpenMethod(IlType Owner, MethodDef Definition, IlType[] Arguments);
