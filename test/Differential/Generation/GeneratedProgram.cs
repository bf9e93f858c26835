namespace Differential.Generation;

/// <summary>A program: a static class with a method <c>Run</c>.</summary>
internal sealed record GeneratedProgram(string Name, string Source);
