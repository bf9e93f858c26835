namespace Wildgate.Bench.Compiled;

/// <summary>How long the compiler takes for a program, in seconds of its whole process.</summary>
/// <param name="Name">The program.</param>
/// <param name="Bytes">Size of the module.</param>
/// <param name="Fastest">The fastest run.</param>
/// <param name="Median">The median of the runs.</param>
internal sealed record CompilationTime(string Name, long Bytes, double Fastest, double Median);
