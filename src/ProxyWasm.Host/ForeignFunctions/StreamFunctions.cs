using System.Buffers;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>Functions that act on the plugin or its stream (section 6.6 of the ABI reference).</summary>
internal static class StreamFunctions
{
    public static Status ClearRouteCache(Vm vm, ReadOnlySpan<byte> argument, IBufferWriter<byte> result)
    {
        vm.Effective.ClearRouteCache();
        return Status.Ok;
    }

    /// <summary>SetEnvoyFilterStateArguments: 1 path, 2 value, 3 span (which only matters between requests).</summary>
    public static Status SetFilterState(Vm vm, ReadOnlySpan<byte> argument, IBufferWriter<byte> result)
    {
        ReadOnlySpan<byte> path = [];
        ReadOnlySpan<byte> value = [];
        var reader = new ProtobufReader(argument);
        while (reader.Read())
        {
            if (reader.IsText(1))
            {
                path = reader.Bytes;
            }
            else if (reader.IsText(2))
            {
                value = reader.Bytes;
            }
        }

        return reader.IsMalformed
            ? Status.BadArgument
            : vm.Effective.SetFilterState(Encoding.UTF8.GetString(path), value);
    }

    /// <summary>DeclarePropertyArguments: 1 name, 2 readonly, 3 type, 4 schema, 5 span.</summary>
    public static Status DeclareProperty(Vm vm, ReadOnlySpan<byte> argument, IBufferWriter<byte> result)
    {
        ReadOnlySpan<byte> name = [];
        var isReadOnly = false;
        var type = 0UL;
        var span = 0UL;
        var reader = new ProtobufReader(argument);
        while (reader.Read())
        {
            if (reader.IsText(1))
            {
                name = reader.Bytes;
            }
            else if (reader.IsNumber(2))
            {
                isReadOnly = reader.Number != 0;
            }
            else if (reader.IsNumber(3))
            {
                type = reader.Number;
            }
            else if (reader.IsNumber(5))
            {
                span = reader.Number;
            }
        }

        if (reader.IsMalformed || vm.Effective.Root is not { } root)
        {
            return Status.BadArgument;
        }

        var declaration = new PropertyDeclaration(isReadOnly, (PropertyType)type, (PropertySpan)span);
        return root.Properties.Declare(name, declaration);
    }
}
