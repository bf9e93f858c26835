using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Something that is known to be true at some place of a body.</summary>
internal readonly record struct Fact(FactKind Kind, Operand First, Operand Second = default);
