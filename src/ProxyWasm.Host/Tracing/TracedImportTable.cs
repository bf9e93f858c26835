using ProxyWasm.Host.Engines;

namespace ProxyWasm.Host.Tracing;

/// <summary>Registers host functions with a trace of each call.</summary>
internal sealed class TracedImportTable(ImportTable target, CallTrace trace) : ImportTable
{
    public override bool IsImported(string module, string name) => target.IsImported(module, name);

    public override void Define(string module, string name, Action function)
    {
        var full = $"{module}.{name}";
        target.Define(module, name, () =>
        {
            trace.Called(full);
            function();
            trace.Answered(full);
        });
    }

    public override void Define<T>(string module, string name, Action<T> function)
    {
        var full = $"{module}.{name}";
        target.Define<T>(module, name, (a) =>
        {
            trace.Called(full, a);
            function(a);
            trace.Answered(full);
        });
    }

    public override void Define<T1, T2, T3, T4>(string module, string name, Action<T1, T2, T3, T4> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4>(module, name, (a, b, c, d) =>
        {
            trace.Called(full, a, b, c, d);
            function(a, b, c, d);
            trace.Answered(full);
        });
    }

    public override void Define<TResult>(string module, string name, Func<TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<TResult>(module, name, () =>
        {
            trace.Called(full);
            return trace.Answered(full, function());
        });
    }

    public override void Define<T, TResult>(string module, string name, Func<T, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T, TResult>(module, name, (a) =>
        {
            trace.Called(full, a);
            return trace.Answered(full, function(a));
        });
    }

    public override void Define<T1, T2, TResult>(string module, string name, Func<T1, T2, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, TResult>(module, name, (a, b) =>
        {
            trace.Called(full, a, b);
            return trace.Answered(full, function(a, b));
        });
    }

    public override void Define<T1, T2, T3, TResult>(string module, string name, Func<T1, T2, T3, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, TResult>(module, name, (a, b, c) =>
        {
            trace.Called(full, a, b, c);
            return trace.Answered(full, function(a, b, c));
        });
    }

    public override void Define<T1, T2, T3, T4, TResult>(
        string module, string name, Func<T1, T2, T3, T4, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, TResult>(module, name, (a, b, c, d) =>
        {
            trace.Called(full, a, b, c, d);
            return trace.Answered(full, function(a, b, c, d));
        });
    }

    public override void Define<T1, T2, T3, T4, T5, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, T5, TResult>(module, name, (a, b, c, d, e) =>
        {
            trace.Called(full, a, b, c, d, e);
            return trace.Answered(full, function(a, b, c, d, e));
        });
    }

    public override void Define<T1, T2, T3, T4, T5, T6, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, T5, T6, TResult>(module, name, (a, b, c, d, e, f) =>
        {
            trace.Called(full, a, b, c, d, e, f);
            return trace.Answered(full, function(a, b, c, d, e, f));
        });
    }

    public override void Define<T1, T2, T3, T4, T5, T6, T7, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, T5, T6, T7, TResult>(module, name, (a, b, c, d, e, f, g) =>
        {
            trace.Called(full, a, b, c, d, e, f, g);
            return trace.Answered(full, function(a, b, c, d, e, f, g));
        });
    }

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(module, name, (a, b, c, d, e, f, g, h) =>
        {
            trace.Called(full, a, b, c, d, e, f, g, h);
            return trace.Answered(full, function(a, b, c, d, e, f, g, h));
        });
    }

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult>(module, name, (a, b, c, d, e, f, g, h, i) =>
        {
            trace.Called(full, a, b, c, d, e, f, g, h, i);
            return trace.Answered(full, function(a, b, c, d, e, f, g, h, i));
        });
    }

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult>(
            module, name, (a, b, c, d, e, f, g, h, i, j) =>
        {
            trace.Called(full, a, b, c, d, e, f, g, h, i, j);
            return trace.Answered(full, function(a, b, c, d, e, f, g, h, i, j));
        });
    }

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult>(
            module, name, (a, b, c, d, e, f, g, h, i, j, k) =>
        {
            trace.Called(full, a, b, c, d, e, f, g, h, i, j, k);
            return trace.Answered(full, function(a, b, c, d, e, f, g, h, i, j, k));
        });
    }

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult> function)
    {
        var full = $"{module}.{name}";
        target.Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult>(
            module, name, (a, b, c, d, e, f, g, h, i, j, k, l) =>
        {
            trace.Called(full, a, b, c, d, e, f, g, h, i, j, k, l);
            return trace.Answered(full, function(a, b, c, d, e, f, g, h, i, j, k, l));
        });
    }
}
