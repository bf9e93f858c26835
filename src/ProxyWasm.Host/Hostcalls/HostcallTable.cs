using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Vms;
using ProxyWasm.Host.Wasi;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>All host functions of a virtual machine, group by group.</summary>
internal static class HostcallTable
{
    public static void Define(ImportTable imports, Vm vm)
    {
        var registry = new HostcallRegistry(imports, vm);
        new HeaderMapCalls(vm).Define(registry);
        new BufferCalls(vm).Define(registry);
        new StreamCalls(vm).Define(registry);
        new PropertyCalls(vm).Define(registry);
        DefineCommon(registry);
    }

    /// <summary>Those that have nothing to do with streams.</summary>
    public static void DefineCommon(HostcallRegistry registry)
    {
        var vm = registry.Vm;
        new LoggingCalls(vm).Define(registry);
        new LifecycleCalls(vm).Define(registry);
        new SharedDataCalls(vm).Define(registry);
        new SharedQueueCalls(vm).Define(registry);
        new MetricCalls(vm).Define(registry);
        new HttpCallCalls(vm).Define(registry);
        new GrpcCalls(vm).Define(registry);
        new DnsCalls(vm).Define(registry);
        new ForeignCalls(vm).Define(registry);
        new EmscriptenCalls(vm).Define(registry);
        new ConsoleCalls(vm).Define(registry);
        new FileCalls(vm).Define(registry);
        new PathCalls(vm).Define(registry);
        new SocketCalls(vm).Define(registry);
        new ProcessCalls(vm).Define(registry);
    }
}
