namespace ProxyWasm.Host;

/// <summary>What to load and how: the counterpart of Envoy's <c>PluginConfig</c> and <c>VmConfig</c>.</summary>
public sealed record PluginOptions
{
    /// <summary>Unique name, for logs, metrics and the property <c>plugin_name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The WebAssembly binary.</summary>
    public required ReadOnlyMemory<byte> Code { get; init; }

    /// <summary>Selects a root factory inside of the module (C++ and AssemblyScript libraries).</summary>
    public string RootId { get; init; } = "";

    /// <summary>Name of the virtual machine; partitions shared data and queues.</summary>
    public string VmId { get; init; } = "";

    /// <summary>Bytes for <c>on_configure</c>.</summary>
    public ReadOnlyMemory<byte> Configuration { get; init; }

    /// <summary>Bytes for <c>on_vm_start</c>.</summary>
    public ReadOnlyMemory<byte> VmConfiguration { get; init; }

    /// <summary>Environment of the guest, <c>environ_get</c> of WASI.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>What happens to streams when the plugin cannot run.</summary>
    public FailurePolicy FailurePolicy { get; init; }

    /// <summary>Pauses before a virtual machine that fails again and again is replaced.</summary>
    public ReloadBackoff ReloadBackoff { get; init; } = ReloadBackoff.Default;

    /// <summary>
    /// Whether pausing in a headers callback holds the headers only, so that body callbacks go on. Envoy's default, and
    /// ours, is that it stops everything.
    /// </summary>
    public bool AllowOnHeadersStopIteration { get; init; }

    /// <summary>
    /// Whether a stream may read maps of earlier phases, for example request headers in <c>on_response_headers</c>. Off
    /// by default, as in Envoy.
    /// </summary>
    public bool AllowLateHeaderReads { get; init; }

    /// <summary>
    /// Whether the host keeps <c>content-length</c> right where the plugin changes a body. When the headers pass it
    /// together with the whole body, the length is set; else it is taken out, so that the body goes without one. Off by
    /// default, as in Envoy: there the plugin must remove or correct the header itself.
    /// </summary>
    public bool RepairContentLength { get; init; }

    /// <summary>
    /// Names of the host functions and callbacks that the plugin may use; empty allows all
    /// (<c>CapabilityRestrictionConfig</c> of Envoy).
    /// </summary>
    public IReadOnlySet<string> AllowedCapabilities { get; init; } = new HashSet<string>();

    /// <summary>What the plugin may use.</summary>
    public PluginLimits Limits { get; init; } = PluginLimits.Default;
}
