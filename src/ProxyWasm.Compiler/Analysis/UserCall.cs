using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>A member of the base library as the program's own code names it, before any substitution.</summary>
internal readonly record struct UserCall(IlMethod Caller, int IlOffset, IlMethod Member);
