namespace ProxyWasm.Compiler.Linking;

/// <summary>Sizes and extras of the written module.</summary>
internal sealed record LinkOptions(int StackBytes, int MemoryLimitBytes, bool WithNames, bool CollectAlways);
