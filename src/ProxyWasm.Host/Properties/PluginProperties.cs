using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Contexts;

namespace ProxyWasm.Host.Properties;

/// <summary>Properties that every context of a plugin has.</summary>
internal static class PluginProperties
{
    public static Status Read(Context context, ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        if (context.Root is not { } root)
        {
            return Status.NotFound;
        }

        var segments = new PropertyPath(path).GetEnumerator();
        if (!segments.MoveNext() || segments.HasNext)
        {
            return Status.NotFound;
        }

        return segments.Current switch
        {
            var name when name.SequenceEqual("plugin_name"u8) => value.Text(root.Options.Name),
            var name when name.SequenceEqual("plugin_root_id"u8) => value.Text(root.Options.RootId),
            var name when name.SequenceEqual("plugin_vm_id"u8) => value.Text(root.Options.VmId),
            _ => Status.NotFound,
        };
    }
}
