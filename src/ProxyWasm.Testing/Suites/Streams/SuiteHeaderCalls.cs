using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>
/// Header maps as the format has them: only the one of the running phase, sorted, one value per name.
/// </summary>
internal sealed class SuiteHeaderCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int>("proxy_get_header_map_size", GetSize);
        registry.Add<int, int, int>("proxy_get_header_map_pairs", GetPairs);
        registry.Add<int, int, int>("proxy_set_header_map_pairs", SetPairs);
        registry.Add<int, int, int, int, int>("proxy_get_header_map_value", GetValue);
        registry.Add<int, int, int, int, int>(
            "proxy_add_header_map_value", (type, key, keySize, value, valueSize) =>
                Write(type, key, keySize, value, valueSize, static (map, name, bytes) => map.Add(name, bytes)));
        registry.Add<int, int, int, int, int>(
            "proxy_replace_header_map_value", (type, key, keySize, value, valueSize) =>
                Write(type, key, keySize, value, valueSize, static (map, name, bytes) => map.Replace(name, bytes)));
        registry.Add<int, int, int>("proxy_remove_header_map_value", Remove);
    }

    private SuiteHeaders? Find(int type) => (vm.Effective as SuiteStream)?.FindHeaders(type);

    // The number of fields, not of bytes.
    private int GetSize(int type, int sizeSlot) => (int)(Find(type) is not { } map ? Status.BadArgument
        : vm.Memory.TryWriteUInt32(sizeSlot, (uint)map.Count) ? Status.Ok
        : Status.InvalidMemoryAccess);

    private int GetPairs(int type, int pointerSlot, int sizeSlot)
    {
        if (Find(type) is not { } map)
        {
            return (int)Status.BadArgument;
        }

        var (names, values) = (map.Fields.Sum(field => field.Key.Length), map.Fields.Sum(field => field.Value.Length));
        var size = HeaderPairs.SizeOf(names, values, map.Count);
        if (!vm.Guest.TryAllocate((int)size, pointerSlot, sizeSlot, out var memory))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var writer = new HeaderPairsWriter(memory, map.Count);
        foreach (var (name, value) in map.Fields)
        {
            writer.AddLatin1(name, Encoding.Latin1.GetString(value));
        }

        writer.Complete();
        return (int)Status.Ok;
    }

    private int SetPairs(int type, int pairs, int pairsSize)
    {
        if (Find(type) is not { } map)
        {
            return (int)Status.BadArgument;
        }

        if (!vm.Memory.TryView(pairs, pairsSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (!HeaderPairsReader.TryCreate(bytes, out var reader, out _))
        {
            return (int)Status.BadArgument;
        }

        map.Clear();
        while (reader.MoveNext())
        {
            map.Add(Encoding.Latin1.GetString(reader.Name), reader.Value.ToArray());
        }

        return (int)Status.Ok;
    }

    private int GetValue(int type, int key, int keySize, int pointerSlot, int sizeSlot)
    {
        if (!vm.Memory.TryView(key, keySize, out var name))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (Find(type) is not { } map)
        {
            return (int)Status.BadArgument;
        }

        return (int)(map.Find(Encoding.Latin1.GetString(name)) is { } value
            ? vm.Guest.Write(value, pointerSlot, sizeSlot)
            : Status.NotFound);
    }

    private int Write(
        int type, int key, int keySize, int value, int valueSize, Action<SuiteHeaders, string, byte[]> change)
    {
        if (!vm.Memory.TryView(key, keySize, out var name) || !vm.Memory.TryView(value, valueSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (Find(type) is not { } map)
        {
            return (int)Status.BadArgument;
        }

        change(map, Encoding.Latin1.GetString(name), bytes.ToArray());
        return (int)Status.Ok;
    }

    private int Remove(int type, int key, int keySize)
    {
        if (!vm.Memory.TryView(key, keySize, out var name))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (Find(type) is not { } map)
        {
            return (int)Status.BadArgument;
        }

        map.Remove(Encoding.Latin1.GetString(name));
        return (int)Status.Ok;
    }
}
