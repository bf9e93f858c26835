namespace Differential.Compiling;

/// <summary>A module, known to the engines by its name.</summary>
internal sealed record CompiledModule(string Name, byte[] Bytes);
