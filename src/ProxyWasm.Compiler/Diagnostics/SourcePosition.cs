namespace ProxyWasm.Compiler.Diagnostics;

/// <summary>A place in a source file; line and column are counted from one.</summary>
internal readonly record struct SourcePosition(string File, int Line, int Column);
