using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Plugins;

/// <summary>
/// The virtual machines of one definition, one slot per worker; plugins with the same key share them.
/// </summary>
internal sealed class VmGroup(string key, VmDefinition definition, VmSlot[] slots)
{
    public string Key { get; } = key;

    public VmDefinition Definition { get; } = definition;

    public IReadOnlyList<VmSlot> Slots { get; } = slots;

    /// <summary>Number of plugins; guarded by the host's load lock.</summary>
    public int Users { get; set; }
}
