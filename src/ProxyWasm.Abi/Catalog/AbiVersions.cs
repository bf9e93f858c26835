namespace ProxyWasm.Abi.Catalog;

/// <summary>A set of ABI versions.</summary>
[Flags]
public enum AbiVersions
{
    /// <summary>No version.</summary>
    None = 0,

    /// <summary>ABI 0.1.0.</summary>
    V0_1_0 = 1 << AbiVersion.V0_1_0,

    /// <summary>ABI 0.2.0.</summary>
    V0_2_0 = 1 << AbiVersion.V0_2_0,

    /// <summary>ABI 0.2.1.</summary>
    V0_2_1 = 1 << AbiVersion.V0_2_1,

    /// <summary>ABI 0.2.0 and 0.2.1.</summary>
    V0_2 = V0_2_0 | V0_2_1,

    /// <summary>Every version.</summary>
    All = V0_1_0 | V0_2,
}
