namespace ProxyWasm.Host.Wasi;

/// <summary>Fills memory with random bytes.</summary>
internal delegate void RandomFill(Span<byte> bytes);
