namespace ProxyWasm.Testing.Reports;

/// <summary>What one callback of a plugin costs, on average.</summary>
/// <param name="Case">The case whose input it got.</param>
/// <param name="Callback">Name of the export.</param>
/// <param name="Calls">How often it was measured.</param>
/// <param name="Nanoseconds">Time per call, host functions included.</param>
/// <param name="Bytes">Memory per call that the .NET runtime allocated.</param>
public sealed record CallbackCost(string Case, string Callback, long Calls, double Nanoseconds, double Bytes);
