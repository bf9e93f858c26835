using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>Methods that become instructions instead of calls.</summary>
internal sealed class IntrinsicTable
{
    private readonly Dictionary<string, IntrinsicHandler> _handlers = new(StringComparer.Ordinal);

    public IntrinsicTable()
    {
        UnsafeIntrinsics.Register(this);
        ArrayIntrinsics.Register(this);
        AtomicIntrinsics.Register(this);
        MathIntrinsics.Register(this);
        TypeIntrinsics.Register(this);
        MachineIntrinsics.Register(this);
        ComparerIntrinsics.Register(this);
    }

    public void Add(string key, IntrinsicHandler handler) => _handlers.Add(key, handler);

    public bool Contains(IlMethod method) => _handlers.ContainsKey(method.Key);

    /// <summary>False when the method is not an intrinsic, or not in this form.</summary>
    public bool TryImport(MethodImporter importer, IlMethod method, StackValue[] arguments)
    {
        if (_handlers.TryGetValue(method.Key, out var handler))
        {
            return handler(new IntrinsicCall(importer, method, arguments));
        }

        return method.Definition.Owner.Name == "SR" && method.Name == "GetResourceString"
            && TypeIntrinsics.ResourceString(new IntrinsicCall(importer, method, arguments));
    }
}
