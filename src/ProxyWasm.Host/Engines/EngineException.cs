namespace ProxyWasm.Host.Engines;

/// <summary>The engine refused a module: it does not validate, link or fit its limits.</summary>
internal sealed class EngineException(string message, Exception? innerException = null)
    : Exception(message, innerException);
