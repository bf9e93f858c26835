namespace ProxyWasm.Abi;

/// <summary>
/// The result of a host function, <c>proxy_status_t</c> of the ABI. Guest libraries stop the plugin on a status they
/// do not expect, so which status a function answers is part of the contract.
/// </summary>
public enum Status
{
    /// <summary>The call succeeded.</summary>
    Ok = 0,

    /// <summary>The key, property, queue, metric, buffer or function does not exist.</summary>
    NotFound = 1,

    /// <summary>An enumeration value, identifier or phase is not acceptable.</summary>
    BadArgument = 2,

    /// <summary>The value exists but has no serialised form.</summary>
    SerializationFailure = 3,

    /// <summary>The argument could not be decoded.</summary>
    ParseFailure = 4,

    /// <summary>An expression could not be evaluated.</summary>
    BadExpression = 5,

    /// <summary>A guest pointer is outside of memory, or the guest could not allocate.</summary>
    InvalidMemoryAccess = 6,

    /// <summary>The queue holds no item.</summary>
    Empty = 7,

    /// <summary>The compare-and-swap number is stale.</summary>
    CasMismatch = 8,

    /// <summary>Not used by any host; part of the enumeration.</summary>
    ResultMismatch = 9,

    /// <summary>The host failed, or the capability is restricted.</summary>
    InternalFailure = 10,

    /// <summary>The connection of a callout was reset.</summary>
    BrokenConnection = 11,

    /// <summary>The host does not implement the function.</summary>
    Unimplemented = 12,
}
