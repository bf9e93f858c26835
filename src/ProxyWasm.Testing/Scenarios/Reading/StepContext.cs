namespace ProxyWasm.Testing.Scenarios.Reading;

/// <summary>What a step says beside its event.</summary>
/// <param name="Index">Its place among the steps.</param>
/// <param name="Stream">Name of the stream; empty for the only one.</param>
/// <param name="Connection">Name of the TCP connection; empty for the only one.</param>
/// <param name="EndOfStream">Whether the event ends its direction; null when the step does not say.</param>
internal sealed record StepContext(int Index, string Stream, string Connection, bool? EndOfStream);
