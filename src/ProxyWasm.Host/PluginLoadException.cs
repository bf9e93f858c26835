namespace ProxyWasm.Host;

/// <summary>A plugin could not be loaded; nothing of it is left running.</summary>
public sealed class PluginLoadException : Exception
{
    internal PluginLoadException(string id, string message, string hint, Exception? innerException = null)
        : base($"{id}: {message}. {hint}.", innerException)
    {
        Id = id;
        Problem = message;
        Hint = hint;
    }

    /// <summary>Stable identifier of the kind of problem, such as <c>PW2002</c>.</summary>
    public string Id { get; }

    /// <summary>What went wrong, without identifier and hint.</summary>
    public string Problem { get; }

    /// <summary>What to do about it.</summary>
    public string Hint { get; }
}
