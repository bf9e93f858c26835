namespace ProxyWasm.Abi;

/// <summary>The version of the Proxy-Wasm ABI a module was built for, as declared by its marker export.</summary>
public enum AbiVersion
{
    /// <summary>ABI 0.1.0, marker <c>proxy_abi_version_0_1_0</c>.</summary>
    V0_1_0,

    /// <summary>ABI 0.2.0, marker <c>proxy_abi_version_0_2_0</c>.</summary>
    V0_2_0,

    /// <summary>ABI 0.2.1, marker <c>proxy_abi_version_0_2_1</c>.</summary>
    V0_2_1,
}
