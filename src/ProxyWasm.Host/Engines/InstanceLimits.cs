namespace ProxyWasm.Host.Engines;

/// <summary>What one instance may use.</summary>
/// <param name="MemoryBytes">Upper bound of linear memory.</param>
/// <param name="StartBudget">CPU time for the start section; zero means no limit.</param>
internal readonly record struct InstanceLimits(long MemoryBytes, TimeSpan StartBudget);
