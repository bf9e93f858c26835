namespace ProxyWasm.Host.Hostcalls;

/// <content>Proxy-Wasm functions by number of parameters; each needs a running plugin.</content>
internal sealed partial class HostcallRegistry
{
    public void Add(string name, Func<int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<int>(Env, name, () => Restricted(name));
            return;
        }

        imports.Define<int>(Env, name, () =>
        {
            Vm.RequireRunning(name);
            return function();
        });
    }

    public void Add<T1>(string name, Func<T1, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, int>(Env, name, _ => Restricted(name));
            return;
        }

        imports.Define<T1, int>(Env, name, a =>
        {
            Vm.RequireRunning(name);
            return function(a);
        });
    }

    public void Add<T1, T2>(string name, Func<T1, T2, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, int>(Env, name, (_, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, int>(Env, name, (a, b) =>
        {
            Vm.RequireRunning(name);
            return function(a, b);
        });
    }

    public void Add<T1, T2, T3>(string name, Func<T1, T2, T3, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, int>(Env, name, (_, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, int>(Env, name, (a, b, c) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c);
        });
    }

    public void Add<T1, T2, T3, T4>(string name, Func<T1, T2, T3, T4, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, int>(Env, name, (_, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, int>(Env, name, (a, b, c, d) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d);
        });
    }

    public void Add<T1, T2, T3, T4, T5>(string name, Func<T1, T2, T3, T4, T5, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, T5, int>(Env, name, (_, _, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, T5, int>(Env, name, (a, b, c, d, e) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d, e);
        });
    }

    public void Add<T1, T2, T3, T4, T5, T6>(string name, Func<T1, T2, T3, T4, T5, T6, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, T5, T6, int>(Env, name, (_, _, _, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, T5, T6, int>(Env, name, (a, b, c, d, e, f) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d, e, f);
        });
    }

    public void Add<T1, T2, T3, T4, T5, T6, T7>(string name, Func<T1, T2, T3, T4, T5, T6, T7, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, T5, T6, T7, int>(Env, name, (_, _, _, _, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, T5, T6, T7, int>(Env, name, (a, b, c, d, e, f, g) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d, e, f, g);
        });
    }

    public void Add<T1, T2, T3, T4, T5, T6, T7, T8>(string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, int>(
                Env, name, (_, _, _, _, _, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, int>(Env, name, (a, b, c, d, e, f, g, h) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d, e, f, g, h);
        });
    }

    public void Add<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, int>(
                Env, name, (_, _, _, _, _, _, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, int>(Env, name, (a, b, c, d, e, f, g, h, i) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d, e, f, g, h, i);
        });
    }

    public void Add<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, int>(
                Env, name, (_, _, _, _, _, _, _, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, int>(Env, name, (a, b, c, d, e, f, g, h, i, j) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d, e, f, g, h, i, j);
        });
    }

    public void Add<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, int>(
                Env, name, (_, _, _, _, _, _, _, _, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, int>(
            Env, name, (a, b, c, d, e, f, g, h, i, j, k) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d, e, f, g, h, i, j, k);
        });
    }

    public void Add<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, int> function)
    {
        if (!imports.IsImported(Env, name))
        {
            return;
        }

        if (!Allows(name))
        {
            imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, int>(
                Env, name, (_, _, _, _, _, _, _, _, _, _, _, _) => Restricted(name));
            return;
        }

        imports.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, int>(
            Env, name, (a, b, c, d, e, f, g, h, i, j, k, l) =>
        {
            Vm.RequireRunning(name);
            return function(a, b, c, d, e, f, g, h, i, j, k, l);
        });
    }
}
