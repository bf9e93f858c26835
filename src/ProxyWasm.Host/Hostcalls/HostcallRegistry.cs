using ProxyWasm.Abi;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>
/// Where the groups of host functions register. It decides for each function whether the guest gets the function itself
/// or, when its capability is restricted, a stub that says so; and it keeps functions that need a running plugin from
/// being called earlier.
/// </summary>
internal sealed partial class HostcallRegistry(ImportTable imports, Vm vm)
{
    private const string Env = "env";

    private static readonly string[] WasiModules = ["wasi_snapshot_preview1", "wasi_unstable"];

    public Vm Vm { get; } = vm;

    /// <summary>Registers a function that is legal at any time and never restricted.</summary>
    public void AddPlain<T1>(string name, Action<T1> function) => imports.Define(Env, name, function);

    /// <summary>As <see cref="AddPlain{T1}"/>.</summary>
    public void AddPlain<T1, T2>(string name, Func<T1, T2, int> function) => imports.Define(Env, name, function);

    /// <summary>As <see cref="AddPlain{T1}"/>.</summary>
    public void AddPlain<T1, T2, T3, T4>(string name, Action<T1, T2, T3, T4> function) =>
        imports.Define(Env, name, function);

    /// <summary>Registers a function that is legal at any time, also inside of the guest's allocator.</summary>
    public void AddAlways<T1, T2, T3>(string name, Func<T1, T2, T3, int> function)
    {
        if (imports.IsImported(Env, name))
        {
            imports.Define<T1, T2, T3, int>(Env, name, Allows(name) ? function : (_, _, _) => Restricted(name));
        }
    }

    /// <summary>Registers an extension of Envoy's, which capability lists do not know.</summary>
    public void AddExtension<T1, T2, T3>(string name, Func<T1, T2, T3, int> function)
    {
        if (imports.IsImported(Env, name))
        {
            imports.Define<T1, T2, T3, int>(Env, name, (a, b, c) =>
            {
                Vm.RequireRunning(name);
                return function(a, b, c);
            });
        }
    }

    /// <summary>Registers <c>proc_exit</c>, the one WASI function without a result.</summary>
    public void AddWasi(string name, Action<int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<int>(module, name, Allows(name) ? function : _ => Restricted(name));
            }
        }
    }

    private bool Allows(string name) =>
        Vm.Definition.AllowedCapabilities.Count == 0 || Vm.Definition.AllowedCapabilities.Contains(name);

    private int Restricted(string name)
    {
        Vm.Log.Write(LogLevel.Error, $"Attempted call to restricted proxy-wasm capability: {name}");
        return (int)Status.InternalFailure;
    }

    private int RestrictedWasi(string name)
    {
        Restricted(name);
        return (int)WasiErrno.NotCapable;
    }
}
