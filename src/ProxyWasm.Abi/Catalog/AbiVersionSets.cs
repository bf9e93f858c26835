namespace ProxyWasm.Abi.Catalog;

/// <summary>Questions to <see cref="AbiVersions"/>.</summary>
public static class AbiVersionSets
{
    /// <summary>Whether a set has a version.</summary>
    /// <param name="versions">The set.</param>
    /// <param name="version">The version.</param>
    /// <returns>Whether it is in the set; false for a version that is not defined.</returns>
    public static bool Contains(this AbiVersions versions, AbiVersion version) =>
        Enum.IsDefined(version) && ((int)versions & (1 << (int)version)) != 0;
}
