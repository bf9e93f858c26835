using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Emitting;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Linking;

/// <summary>The functions and data that the exports really need, found by walking the finished code.</summary>
internal sealed class LiveProgram
{
    private readonly ProgramModel _program;
    private readonly DispatchTable _dispatch;
    private readonly Dictionary<IlMethod, FunctionCode> _functions = [];
    private readonly List<IlMethod> _imports = [];
    private readonly List<IlMethod> _tableFunctions = [];
    private readonly List<Symbol> _symbols = [];
    private readonly HashSet<object> _seen = [];
    private readonly Queue<IlMethod> _work = new();
    private readonly Dictionary<IlMethod, (IlMethod? User, IlMethod? Slot)> _reasons = [];
    private IlMethod? _current;

    public LiveProgram(ProgramModel program, DispatchTable dispatch, IEnumerable<IlMethod> roots)
    {
        _program = program;
        _dispatch = dispatch;
        foreach (var root in roots)
        {
            AddFunction(root, slot: null);
        }

        Walk();
    }

    /// <summary>Adds a function that nothing calls, with what it needs.</summary>
    public void AddRoot(IlMethod method)
    {
        _current = null;
        AddFunction(method, slot: null);
        Walk();
    }

    /// <summary>The functions that the module has.</summary>
    public IReadOnlyCollection<FunctionCode> Functions => _functions.Values;

    /// <summary>For functions that are not among <see cref="Functions"/>: the one with the same code.</summary>
    public IReadOnlyDictionary<IlMethod, IlMethod> Merged { get; private set; } = new Dictionary<IlMethod, IlMethod>();

    /// <summary>Leaves one of functions with the same code; when nothing more is added.</summary>
    public void Merge()
    {
        Merged = FunctionMerging.Find(_functions.Values);
        foreach (var method in Merged.Keys)
        {
            _functions.Remove(method);
        }
    }

    public IReadOnlyList<IlMethod> Imports => _imports;

    /// <summary>Methods whose table index is used as a value.</summary>
    public IReadOnlyList<IlMethod> TableFunctions => _tableFunctions;

    /// <summary>Everything that needs an address, in order of first use.</summary>
    public IReadOnlyList<Symbol> Symbols => _symbols;

    public IEnumerable<IlMethod> Slots => _symbols.OfType<Symbol.SelectorOffset>().Select(s => s.Slot);

    public bool Contains(IlMethod method) => _functions.ContainsKey(method) || Merged.ContainsKey(method);

    /// <summary>Whether some code asks whether the type is initialised.</summary>
    public bool Initialises(IlType type) => _seen.Contains(new Symbol.InitFlag(type));

    /// <summary>
    /// The function because of which another is in the module, with the virtual method that it calls when it does not
    /// name the other; null for exports.
    /// </summary>
    public (IlMethod? User, IlMethod? Slot) ReasonOf(IlMethod method) => _reasons[method];

    public void AddSymbol(Symbol symbol)
    {
        if (_seen.Add(symbol))
        {
            _symbols.Add(symbol);
        }
    }

    private void Walk()
    {
        while (_work.TryDequeue(out var method))
        {
            _current = method;
            var code = FunctionEmitter.Emit(_program, _program.Bodies.Get(method));
            _functions[method] = code;
            foreach (var instruction in code.Instructions)
            {
                Visit(instruction.Reference);
            }
        }
    }

    private void AddFunction(IlMethod method, IlMethod? slot)
    {
        if (!_seen.Add(method))
        {
            return;
        }

        _reasons[method] = (_current, slot);
        if (Analysis.Imports.IsImport(method))
        {
            _imports.Add(method);
        }
        else
        {
            _work.Enqueue(method);
        }
    }

    private void Visit(object? reference)
    {
        switch (reference)
        {
            case IlMethod method:
                AddFunction(method, slot: null);
                if (method.Name == "CombinedLike")
                {
                    AddMulticast();
                }

                break;
            case Symbol.TableIndex index:
                AddFunction(index.Method, slot: null);
                if (_seen.Add(index))
                {
                    _tableFunctions.Add(index.Method);
                }

                break;
            case Symbol.SelectorOffset selector when !_seen.Contains(selector):
                AddSymbol(selector);
                foreach (var method in _dispatch.RowOf(selector.Slot).Values)
                {
                    AddFunction(method, selector.Slot);
                }

                break;
            case Symbol symbol when _seen.Add(symbol):
                _symbols.Add(symbol);
                foreach (var needed in _program.Snapshot.NeededBy(symbol))
                {
                    Visit(needed);
                }

                break;
            default:
                break;
        }
    }

    private void AddMulticast()
    {
        foreach (var type in _dispatch.Constructed.Where(t => t.IsDelegate))
        {
            Visit(new Symbol.TableIndex(_program.MulticastInvoke(type)));
        }
    }
}
