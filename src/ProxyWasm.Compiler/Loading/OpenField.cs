namespace ProxyWasm.Compiler.Loading;

/// <summary>What a field token names before the generic arguments of its context are filled in.</summary>
internal sealed record OpenField(IlType Owner, FieldDef Definition);
