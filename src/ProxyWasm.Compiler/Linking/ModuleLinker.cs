using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Linking;

/// <summary>Gives every function, class and piece of data its number and writes the module.</summary>
internal sealed class ModuleLinker
{
    private readonly ProgramModel _program;
    private readonly DispatchTable _dispatch;
    private readonly LiveProgram _live;
    private readonly LinkOptions _options;
    private readonly Dictionary<IlMethod, int> _functionIndices = [];
    private readonly Dictionary<IlMethod, int> _tableIndices = [];
    private readonly List<int> _table = [];
    private readonly int _classBase;
    private DataLayout _data = null!; // set by Link before symbols are resolved
    private MadeObjects _made = null!; // set by Link as well
    private PackedTexts? _packed;
    private int _heapStart;
    private int _rootTable;
    private int _rootCount;

    public ModuleLinker(ProgramModel program, DispatchTable dispatch, LiveProgram live, LinkOptions options)
    {
        _program = program;
        _dispatch = dispatch;
        _live = live;
        _options = options;
        _classBase = RoundUp(DataLayout.ReservedBytes + options.StackBytes, ObjectShape.ClassRecordSize);
    }

    public byte[] Link(IReadOnlyList<(string Name, IlMethod Method)> exports)
    {
        NumberFunctions();
        BuildTable();
        var classes = new ClassRecords(_program, _dispatch, _live);
        classes.Collect();
        _data = new DataLayout(_classBase + (ObjectShape.ClassRecordSize * classes.Count));
        var objects = new PreparedObjects(_program, _live, _data);
        var unpacking = _program.RuntimeMethod("Texts", "Unpack");
        _packed = _live.Contains(unpacking) ? new PackedTexts() : null;
        objects.Reserve(_packed);
        _made = new MadeObjects(_program, _live, _data);
        _made.Reserve();
        var variables = new StaticVariables(_program, _live, _data);
        classes.Write(_data, _classBase, TableIndexOf);
        objects.Fill(t => ClassAddress(t));
        (_rootTable, _rootCount) = variables.Reserve();
        _made.Fill(Resolve);
        _heapStart = RoundUp(_data.End, 16);
        if (_packed is not null)
        {
            _data.Fill(_heapStart, _packed.ToArray(), DataKind.Strings);
            Start = unpacking;
        }

        var writer = new ModuleWriter(this, _live, _table, _options);
        var module = writer.Write(exports);
        FunctionSizes = writer.FunctionSizes;
        return module;
    }

    /// <summary>Bytes of every function of the program, in the same order; after linking.</summary>
    public IReadOnlyList<int> FunctionSizes { get; private set; } = [];

    public DataLayout Data => _data;

    public int StackTop => _classBase;

    public int HeapStart => _heapStart;

    /// <summary>Where data ends that is there before the program starts.</summary>
    public int InitialEnd => _heapStart + (_packed?.Length ?? 0);

    /// <summary>What runs before anything else; null when nothing has to.</summary>
    public IlMethod? Start { get; private set; }

    public FunctionType TypeOf(IlMethod method) => _program.Conventions.TypeOf(method);

    public int FunctionIndex(IlMethod method) => _functionIndices[method];

    /// <summary>The number that stands for a symbol in code.</summary>
    public int Resolve(Symbol symbol) => symbol switch
    {
        Symbol.ClassRecord record => ClassAddress(record.Type),
        Symbol.TableIndex index => _tableIndices[index.Method],
        // The table begins with an entry that is never called; class numbers begin with the first record.
        Symbol.SelectorOffset selector =>
            _dispatch.OffsetOf(selector.Slot) + 1 - (_classBase / ObjectShape.ClassRecordSize),
        Symbol.ModuleFact fact => Fact(fact.Kind),
        _ => _data.AddressOf(symbol),
    };

    private int Fact(ModuleFactKind kind) => kind switch
    {
        ModuleFactKind.HeapStart => _heapStart,
        ModuleFactKind.TextStart => _packed?.Start ?? 0,
        ModuleFactKind.PackedEnd => InitialEnd,
        ModuleFactKind.MadeStart => _made.Start,
        ModuleFactKind.MadeEnd => _made.End,
        ModuleFactKind.RootTable => _rootTable,
        ModuleFactKind.RootCount => _rootCount,
        ModuleFactKind.StackLimit => DataLayout.ReservedBytes,
        ModuleFactKind.TypeDescriptionOffset => PreparedObjects.DescriptionOffset(_program),
        ModuleFactKind.CollectAlways => _options.CollectAlways ? 1 : 0,
        _ => _options.MemoryLimitBytes,
    };

    private int ClassAddress(IlType type) => _classBase + (_dispatch.NumberOf(type) * ObjectShape.ClassRecordSize);

    private int TableIndexOf(IlMethod method) => _tableIndices.GetValueOrDefault(method);

    private void NumberFunctions()
    {
        foreach (var import in _live.Imports)
        {
            _functionIndices[import] = _functionIndices.Count;
        }

        foreach (var function in _live.Functions)
        {
            _functionIndices[function.Method] = _functionIndices.Count;
        }

        foreach (var (method, representative) in _live.Merged)
        {
            _functionIndices[method] = _functionIndices[representative];
        }
    }

    private void BuildTable()
    {
        _dispatch.Place(_live.Slots);
        var filler = _live.Imports.Count;
        _table.Add(filler);
        foreach (var entry in _dispatch.Entries)
        {
            _table.Add(entry is null ? filler : _functionIndices[entry]);
        }

        foreach (var method in _live.TableFunctions)
        {
            _tableIndices[method] = _table.Count;
            _table.Add(_functionIndices[method]);
        }
    }

    private static int RoundUp(int value, int alignment) => (value + alignment - 1) / alignment * alignment;
}
