using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ProxyWasm.Abi;

/// <summary>The export by whose name a module declares the ABI it was built for: a function, never called.</summary>
public sealed record AbiMarker
{
    private AbiMarker(string name, AbiVersion version, bool isDialect = false)
    {
        Name = name;
        Version = version;
        IsDialect = isDialect;
    }

    /// <summary>Every known marker, one for each version and then the dialects.</summary>
    public static ImmutableArray<AbiMarker> All { get; } =
    [
        new("proxy_abi_version_0_1_0", AbiVersion.V0_1_0),
        new("proxy_abi_version_0_2_0", AbiVersion.V0_2_0),
        new("proxy_abi_version_0_2_1", AbiVersion.V0_2_1),

        // Higress: 0.2.1 with functions of its own.
        new("proxy_abi_version_0_2_100", AbiVersion.V0_2_1, isDialect: true),
    ];

    /// <summary>Name of the exported function.</summary>
    public string Name { get; }

    /// <summary>The ABI a host uses with the module.</summary>
    public AbiVersion Version { get; }

    /// <summary>
    /// Whether the module was built for a relative of <see cref="Version"/>: it may import functions that are not part
    /// of it.
    /// </summary>
    public bool IsDialect { get; }

    /// <summary>The marker a module of a version exports.</summary>
    /// <param name="version">The version.</param>
    /// <returns>The marker; never a dialect.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The version is not defined.</exception>
    public static AbiMarker For(AbiVersion version)
    {
        foreach (AbiMarker marker in All)
        {
            if (marker.Version == version && !marker.IsDialect)
            {
                return marker;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(version), version, "The ABI version is not defined.");
    }

    /// <summary>Recognises a marker among the exported functions of a module.</summary>
    /// <param name="exportName">Name of an exported function.</param>
    /// <param name="marker">The marker, or null.</param>
    /// <returns>Whether the name is a known marker; unknown versions are none.</returns>
    public static bool TryParse(string? exportName, [NotNullWhen(true)] out AbiMarker? marker)
    {
        foreach (AbiMarker known in All)
        {
            if (known.Name == exportName)
            {
                marker = known;
                return true;
            }
        }

        marker = null;
        return false;
    }
}
