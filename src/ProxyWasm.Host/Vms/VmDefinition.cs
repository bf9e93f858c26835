using ProxyWasm.Abi;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Metrics;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// Everything that makes virtual machines of one kind alike. Plugins whose definitions are equal share virtual
/// machines.
/// </summary>
internal sealed class VmDefinition
{
    /// <summary>Name for messages: that of the first plugin that brought the code.</summary>
    public required string ModuleName { get; init; }

    public required WasmCode Code { get; init; }

    public required AbiVersion Abi { get; init; }

    /// <summary>Export that allocates guest memory.</summary>
    public required string Allocator { get; init; }

    public required string VmId { get; init; }

    /// <summary>What is shared with every other virtual machine of the same id.</summary>
    public required VmPartition Partition { get; init; }

    public required ReadOnlyMemory<byte> VmConfiguration { get; init; }

    /// <summary>Environment in WASI form: <c>KEY=value</c> followed by a NUL, one block per variable.</summary>
    public required IReadOnlyList<byte[]> Environment { get; init; }

    public required IReadOnlySet<string> AllowedCapabilities { get; init; }

    public required PluginLimits Limits { get; init; }

    public required ReloadBackoff Backoff { get; init; }

    /// <summary>The largest memory that one of these machines had.</summary>
    public MemoryWatermark Memory { get; } = new();
}
