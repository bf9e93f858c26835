namespace ProxyWasm.Abi.Catalog;

/// <summary>What a host wants of an exported function.</summary>
public enum CallbackKind
{
    /// <summary>Its name, to learn the ABI version; it is not called.</summary>
    Marker,

    /// <summary>To start the module, before anything else.</summary>
    Initialization,

    /// <summary>Memory for data that goes to the guest; the only export called inside of a host function.</summary>
    Allocator,

    /// <summary>To tell an event of Proxy-Wasm.</summary>
    Event,

    /// <summary>To tell an event a proxy defines of its own accord.</summary>
    Extension,
}
