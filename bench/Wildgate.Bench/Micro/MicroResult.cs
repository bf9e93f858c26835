namespace Wildgate.Bench.Micro;

/// <summary>What one operation costs.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Nanoseconds">Time of one operation, the median of the rounds.</param>
/// <param name="Fastest">Time of one operation in the fastest round.</param>
/// <param name="Bytes">Managed bytes allocated by one operation.</param>
internal sealed record MicroResult(string Name, double Nanoseconds, double Fastest, double Bytes);
