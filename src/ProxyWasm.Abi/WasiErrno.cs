namespace ProxyWasm.Abi;

/// <summary>
/// Error numbers a Proxy-Wasm host answers to WASI functions, <c>errno</c> of <c>wasi_snapshot_preview1</c>.
/// </summary>
public enum WasiErrno
{
    /// <summary>The call succeeded.</summary>
    Success = 0,

    /// <summary>The file descriptor is not open (<c>badf</c>).</summary>
    BadFileDescriptor = 8,

    /// <summary>
    /// The file exists (<c>exist</c>). Envoy answers <c>fd_readdir</c> with this number, and calls it "not a
    /// directory", which WASI numbers 54.
    /// </summary>
    Exists = 20,

    /// <summary>An address is outside of memory (<c>fault</c>).</summary>
    Fault = 21,

    /// <summary>An argument is not acceptable (<c>inval</c>).</summary>
    InvalidArgument = 28,

    /// <summary>No such file or directory (<c>noent</c>).</summary>
    NoEntry = 44,

    /// <summary>The function does not exist on this host (<c>nosys</c>).</summary>
    NotImplemented = 52,

    /// <summary>The operation is not supported (<c>notsup</c>).</summary>
    NotSupported = 58,

    /// <summary>The capability is restricted (<c>notcapable</c>).</summary>
    NotCapable = 76,
}
