namespace ProxyWasm.Testing.Reports;

/// <summary>What one callback of a plugin costs.</summary>
/// <param name="Case">The case whose input it got.</param>
/// <param name="Callback">Name of the export.</param>
/// <param name="Calls">How often it was measured.</param>
/// <param name="Nanoseconds">Time per call on average, host functions included.</param>
/// <param name="Median">Nanoseconds that half of the calls did not exceed.</param>
/// <param name="Percentile99">Nanoseconds that 99 of 100 calls did not exceed.</param>
/// <param name="Bytes">Memory per call that the .NET runtime allocated.</param>
public sealed record CallbackCost(
    string Case, string Callback, long Calls, double Nanoseconds, double Median, double Percentile99, double Bytes);
