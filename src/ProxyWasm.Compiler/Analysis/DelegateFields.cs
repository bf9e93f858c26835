namespace ProxyWasm.Compiler.Analysis;

/// <summary>Offsets of the fields through which delegates are called.</summary>
internal sealed record DelegateFields(int Target, int Function, int List);
