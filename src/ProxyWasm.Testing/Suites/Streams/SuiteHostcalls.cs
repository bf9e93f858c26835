using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>The host functions of a suite: the host's own, with other ones for what streams have.</summary>
internal static class SuiteHostcalls
{
    public static void Define(ImportTable imports, Vm vm, IReadOnlyDictionary<string, byte[]> properties)
    {
        var registry = new HostcallRegistry(imports, vm);
        new SuiteHeaderCalls(vm).Define(registry);
        new SuiteBufferCalls(vm).Define(registry);
        new SuiteStreamCalls(vm).Define(registry);
        registry.Add<int, int, int, int>(
            "proxy_get_property",
            (path, pathSize, pointerSlot, sizeSlot) =>
                GetProperty(vm, properties, path, pathSize, pointerSlot, sizeSlot));
        registry.Add<int, int, int, int>("proxy_set_property", static (_, _, _, _) => (int)Status.Unimplemented);
        HostcallTable.DefineCommon(registry);
    }

    private static int GetProperty(
        Vm vm, IReadOnlyDictionary<string, byte[]> properties, int path, int pathSize, int pointerSlot, int sizeSlot)
    {
        if (!vm.Memory.TryView(path, pathSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var name = string.Join('.', Encoding.UTF8.GetString(bytes).Split('\0', StringSplitOptions.RemoveEmptyEntries));
        if (properties.TryGetValue(name, out var value) || name == "plugin_root_id")
        {
            return (int)vm.Guest.Write(value, pointerSlot, sizeSlot);
        }

        return (int)Status.NotFound;
    }
}
