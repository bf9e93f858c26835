namespace ProxyWasm.Host.Modules;

/// <summary>Whether this host has what a module imports.</summary>
public enum ImportState
{
    /// <summary>The host provides it, with this type.</summary>
    Known,

    /// <summary>The host has nothing of this name and kind.</summary>
    Unknown,

    /// <summary>The host has a function of this name with another type.</summary>
    WrongType,
}
