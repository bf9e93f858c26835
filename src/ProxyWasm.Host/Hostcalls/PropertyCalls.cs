using ProxyWasm.Abi;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Properties of the plugin, the stream and the proxy.</summary>
internal sealed class PropertyCalls(Vm vm)
{
    // Reused; only one host function runs at a time in a virtual machine.
    private readonly PropertyBuffer _value = new();

    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int, int>("proxy_get_property", GetProperty);
        registry.Add<int, int, int, int>("proxy_set_property", SetProperty);
    }

    private int GetProperty(int path, int pathSize, int pointerSlot, int sizeSlot)
    {
        if (!vm.Memory.TryView(path, pathSize, out var pathBytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (pathBytes.IsEmpty)
        {
            return (int)Status.SerializationFailure;
        }

        _value.Clear();
        var status = vm.Effective.ReadProperty(pathBytes, _value);
        return status == Status.Ok ? (int)vm.Guest.Write(_value.Written, pointerSlot, sizeSlot) : (int)status;
    }

    private int SetProperty(int path, int pathSize, int value, int valueSize)
    {
        if (!vm.Memory.TryView(path, pathSize, out var pathBytes)
            || !vm.Memory.TryView(value, valueSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        return (int)vm.Effective.WriteProperty(pathBytes, bytes);
    }
}
