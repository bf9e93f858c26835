namespace ProxyWasm.Host.Hostcalls;

/// <content>WASI functions by number of parameters, for both names of the module.</content>
internal sealed partial class HostcallRegistry
{
    public void AddWasi(string name, Func<int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<int>(module, name, Allows(name) ? function : () => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1>(string name, Func<T1, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, int>(module, name, Allows(name) ? function : _ => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1, T2>(string name, Func<T1, T2, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, T2, int>(module, name, Allows(name) ? function : (_, _) => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1, T2, T3>(string name, Func<T1, T2, T3, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, T2, T3, int>(
                    module, name, Allows(name) ? function : (_, _, _) => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1, T2, T3, T4>(string name, Func<T1, T2, T3, T4, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, T2, T3, T4, int>(
                    module, name, Allows(name) ? function : (_, _, _, _) => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1, T2, T3, T4, T5>(string name, Func<T1, T2, T3, T4, T5, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, T2, T3, T4, T5, int>(
                    module, name, Allows(name) ? function : (_, _, _, _, _) => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1, T2, T3, T4, T5, T6>(string name, Func<T1, T2, T3, T4, T5, T6, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, T2, T3, T4, T5, T6, int>(
                    module, name, Allows(name) ? function : (_, _, _, _, _, _) => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1, T2, T3, T4, T5, T6, T7>(string name, Func<T1, T2, T3, T4, T5, T6, T7, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, T2, T3, T4, T5, T6, T7, int>(
                    module, name, Allows(name) ? function : (_, _, _, _, _, _, _) => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1, T2, T3, T4, T5, T6, T7, T8>(string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, int>(
                    module, name, Allows(name) ? function : (_, _, _, _, _, _, _, _) => RestrictedWasi(name));
            }
        }
    }

    public void AddWasi<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, int> function)
    {
        foreach (var module in WasiModules)
        {
            if (imports.IsImported(module, name))
            {
                imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, int>(
                    module, name, Allows(name) ? function : (_, _, _, _, _, _, _, _, _) => RestrictedWasi(name));
            }
        }
    }
}
