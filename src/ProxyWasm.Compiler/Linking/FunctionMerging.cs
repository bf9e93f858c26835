using ProxyWasm.Compiler.Emitting;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Linking;

/// <summary>Finds functions with the same code, of which the module needs one.</summary>
/// <remarks>
/// Instances of a generic method over different classes are the usual case. Function indices become equal, table
/// indices do not: delegates and function pointers to different methods stay different.
/// </remarks>
internal sealed class FunctionMerging
{
    private readonly Dictionary<IlMethod, IlMethod> _representatives = [];

    private FunctionMerging()
    {
    }

    /// <returns>For every function that another stands for: that other function.</returns>
    public static IReadOnlyDictionary<IlMethod, IlMethod> Find(IEnumerable<FunctionCode> functions)
    {
        var merging = new FunctionMerging();
        var remaining = functions.ToList();
        while (merging.MergeOnce(remaining))
        {
            // What calls one of two equal functions may now be equal to what calls the other.
        }

        return merging._representatives;
    }

    private bool MergeOnce(List<FunctionCode> remaining)
    {
        var byHash = new Dictionary<int, List<FunctionCode>>();
        var before = remaining.Count;
        remaining.RemoveAll(function =>
        {
            var hash = HashOf(function);
            if (!byHash.TryGetValue(hash, out var alike))
            {
                byHash[hash] = [function];
                return false;
            }

            if (alike.Find(other => AreEqual(function, other)) is { } first)
            {
                _representatives[function.Method] = first.Method;
                return true;
            }

            alike.Add(function);
            return false;
        });
        foreach (var (method, representative) in _representatives.ToArray())
        {
            _representatives[method] = Representative(representative);
        }

        return remaining.Count < before;
    }

    private IlMethod Representative(IlMethod method)
    {
        while (_representatives.TryGetValue(method, out var other))
        {
            method = other;
        }

        return method;
    }

    private int HashOf(FunctionCode function)
    {
        var hash = new HashCode();
        hash.Add(function.Type);
        foreach (var instruction in function.Instructions)
        {
            hash.Add(instruction.Opcode);
            hash.Add(instruction.Immediate);
            if (instruction.Reference is IlMethod method && method != function.Method)
            {
                hash.Add(Representative(method));
            }
        }

        return hash.ToHashCode();
    }

    private bool AreEqual(FunctionCode a, FunctionCode b)
    {
        if (a.Type != b.Type || a.Instructions.Count != b.Instructions.Count || !a.Locals.SequenceEqual(b.Locals))
        {
            return false;
        }

        for (var i = 0; i < a.Instructions.Count; i++)
        {
            var (left, right) = (a.Instructions[i], b.Instructions[i]);
            if (left.Opcode != right.Opcode || left.Immediate != right.Immediate
                || !ReferToTheSame(left.Reference, a.Method, right.Reference, b.Method))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReferToTheSame(object? left, IlMethod a, object? right, IlMethod b) => (left, right) switch
    {
        (null, null) => true,
        (IlMethod x, IlMethod y) => (x == a && y == b) || Representative(x) == Representative(y),
        (int[] x, int[] y) => x.AsSpan().SequenceEqual(y),
        (Symbol x, Symbol y) => x == y,
        (FunctionType x, FunctionType y) => x == y,
        _ => false,
    };
}
