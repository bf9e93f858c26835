using System.Diagnostics.CodeAnalysis;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Header maps; statuses follow the table in section 2.3 of the ABI reference.</summary>
internal sealed class HeaderMapCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int>("proxy_get_header_map_size", GetSize);
        registry.Add<int, int, int>("proxy_get_header_map_pairs", GetPairs);
        registry.Add<int, int, int>("proxy_set_header_map_pairs", SetPairs);
        registry.Add<int, int, int, int, int>("proxy_get_header_map_value", GetValue);
        registry.Add<int, int, int, int, int>("proxy_add_header_map_value", AddValue);
        registry.Add<int, int, int, int, int>("proxy_replace_header_map_value", ReplaceValue);
        registry.Add<int, int, int>("proxy_remove_header_map_value", RemoveValue);
    }

    private static bool IsMap(int type) => (uint)type <= (uint)MapType.HttpCallResponseTrailers;

    private int GetSize(int type, int sizeSlot)
    {
        // Envoy knows the size of maps only where they can be changed.
        if ((uint)type > (uint)MapType.HttpResponseTrailers
            || vm.Effective.IsLogging
            || vm.Effective.FindMap((MapType)type) is not { } map)
        {
            return (int)Status.BadArgument;
        }

        return (int)(vm.Memory.TryWriteUInt32(sizeSlot, (uint)(map.NameBytes + map.ValueBytes))
            ? Status.Ok
            : Status.InvalidMemoryAccess);
    }

    private int GetPairs(int type, int pointerSlot, int sizeSlot)
    {
        if (!IsMap(type))
        {
            return (int)Status.BadArgument;
        }

        var map = vm.Effective.FindMap((MapType)type);
        if (map is null || map.Count == 0)
        {
            return (int)vm.Guest.Write([], pointerSlot, sizeSlot);
        }

        var size = HeaderPairs.SizeOf(map.NameBytes, map.ValueBytes, map.Count);
        if (size > int.MaxValue || !vm.Guest.TryAllocate((int)size, pointerSlot, sizeSlot, out var memory))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var writer = new HeaderPairsWriter(memory, map.Count);
        for (var i = 0; i < map.Count; i++)
        {
            var field = map[i];
            writer.AddLatin1(field.Name, field.Value);
        }

        writer.Complete();
        return (int)Status.Ok;
    }

    private int SetPairs(int type, int pairs, int pairsSize)
    {
        if (!TryFindWritable(type, out var map))
        {
            return (int)Status.BadArgument;
        }

        if (!vm.Memory.TryView(pairs, pairsSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (!HeaderPairsReader.TryCreate(bytes, out var reader, out var error))
        {
            vm.Log.Write(
                LogLevel.Error, $"proxy_set_header_map_pairs: malformed pairs ({error}), the map is unchanged");
            return (int)Status.BadArgument;
        }

        map.ReplaceAll();
        while (reader.MoveNext())
        {
            if (GuestHeaders.TryRead(vm, reader.Name, reader.Value, map.Kind, out var field))
            {
                map.Load(field.Name, field.Value);
            }
        }

        Changed(map);
        return (int)Status.Ok;
    }

    private int GetValue(int type, int key, int keySize, int pointerSlot, int sizeSlot)
    {
        if (!IsMap(type))
        {
            return (int)Status.BadArgument;
        }

        if (!vm.Memory.TryView(key, keySize, out var name))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var context = vm.Effective;
        var map = context.FindMap((MapType)type);
        if (map is null && !context.IsLogging)
        {
            return (int)Status.BadArgument;
        }

        if (map?.Get(name) is { } value)
        {
            return (int)vm.Guest.WriteLatin1(value, pointerSlot, sizeSlot);
        }

        // 0.1.0 guests know no "not found".
        return vm.Definition.Abi == AbiVersion.V0_1_0
            ? (int)vm.Guest.Write([], pointerSlot, sizeSlot)
            : (int)Status.NotFound;
    }

    private int AddValue(int type, int key, int keySize, int value, int valueSize)
    {
        var status = ReadField(type, key, keySize, value, valueSize, out var map, out var field);
        if (map is not null)
        {
            map.Add(field.Name, field.Value);
            Changed(map);
        }

        return (int)status;
    }

    private int ReplaceValue(int type, int key, int keySize, int value, int valueSize)
    {
        var status = ReadField(type, key, keySize, value, valueSize, out var map, out var field);
        if (map is not null)
        {
            map.Replace(field.Name, field.Value);
            Changed(map);
        }

        return (int)status;
    }

    private int RemoveValue(int type, int key, int keySize)
    {
        if (!TryFindWritable(type, out var map))
        {
            return (int)Status.BadArgument;
        }

        if (!vm.Memory.TryView(key, keySize, out var name))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (map.IndexOf(name) >= 0)
        {
            map.Remove(vm.Text.Name(name));
        }

        Changed(map);
        return (int)Status.Ok;
    }

    // The map is null when nothing is to be written, be it for an error or for an illegal header that is left out.
    private Status ReadField(
        int type, int key, int keySize, int value, int valueSize, out HeaderMap? map, out HeaderField field)
    {
        field = default;
        if (!TryFindWritable(type, out map))
        {
            return Status.BadArgument;
        }

        if (!vm.Memory.TryView(key, keySize, out var name) || !vm.Memory.TryView(value, valueSize, out var bytes))
        {
            map = null;
            return Status.InvalidMemoryAccess;
        }

        if (!GuestHeaders.TryRead(vm, name, bytes, map.Kind, out field))
        {
            map = null;
        }

        return Status.Ok;
    }

    private bool TryFindWritable(int type, [NotNullWhen(true)] out HeaderMap? map)
    {
        map = IsMap(type) ? vm.Effective.FindWritableMap((MapType)type) : null;
        return map is not null;
    }

    private void Changed(HeaderMap map)
    {
        if (map.Kind == HeaderMapKind.Request)
        {
            vm.Effective.ClearRouteCache();
        }
    }
}
