using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Layouts;

/// <summary>One scalar inside a value type.</summary>
internal readonly record struct Leaf(int Offset, MemoryKind Kind, IlType Type);
