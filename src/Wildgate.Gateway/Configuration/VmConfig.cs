namespace Wildgate.Gateway.Configuration;

/// <summary>The virtual machine of a plugin (Envoy's <c>extensions.wasm.v3.VmConfig</c>).</summary>
public sealed record VmConfig
{
    /// <summary>Part of the identity of the virtual machine, its shared data and queues; may be empty.</summary>
    public required string VmId { get; init; }

    /// <summary>
    /// The runtime the configuration asks for, for statistics; every accepted name runs on the gateway's one engine.
    /// </summary>
    public required string Runtime { get; init; }

    /// <summary>Where the module comes from.</summary>
    public required VmCodeConfig Code { get; init; }

    /// <summary>The bytes the plugin reads in <c>proxy_on_vm_start</c>; may be empty.</summary>
    public required ReadOnlyMemory<byte> Configuration { get; init; }

    /// <summary>
    /// The names of the gateway's own environment variables the module may see, without duplicates; one that is not
    /// set is left out.
    /// </summary>
    public required IReadOnlyList<string> HostEnvironmentKeys { get; init; }

    /// <summary>
    /// Environment variables of the module, in the order of the configuration; no name is also among
    /// <see cref="HostEnvironmentKeys"/>.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; }

    /// <summary>Whether precompiled code inside the module may be used.</summary>
    public bool AllowPrecompiled { get; init; }

    /// <summary>Whether a configuration whose remote code is not in the cache is refused at once.</summary>
    public bool NackOnCodeCacheMiss { get; init; }
}
