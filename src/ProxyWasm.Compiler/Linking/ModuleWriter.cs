using ProxyWasm.Compiler.Emitting;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Linking;

/// <summary>Writes the sections of the module.</summary>
internal sealed class ModuleWriter
{
    private const int PageBytes = 65536;

    /// <summary>Zero bytes up to this many are cheaper inside a segment than a new segment.</summary>
    private const int MaxGap = 8;

    private readonly ModuleLinker _linker;
    private readonly LiveProgram _live;
    private readonly List<int> _table;
    private readonly LinkOptions _options;
    private readonly Dictionary<FunctionType, int> _types = [];
    private readonly List<int> _functionSizes = [];

    public ModuleWriter(ModuleLinker linker, LiveProgram live, List<int> table, LinkOptions options)
    {
        _linker = linker;
        _live = live;
        _table = table;
        _options = options;
    }

    /// <summary>Bytes of every function, in their order; after writing.</summary>
    public IReadOnlyList<int> FunctionSizes => _functionSizes;

    public byte[] Write(IReadOnlyList<(string Name, IlMethod Method)> exports)
    {
        // Function bodies are written first because they use types that the first section lists.
        var imports = Imports();
        var functions = Functions();
        var code = Code();
        var segments = Segments();
        var module = new ByteWriter();
        module.Bytes([0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00]);
        module.Section(1, Types());
        module.Section(2, imports);
        module.Section(3, functions);
        module.Section(4, Table());
        module.Section(5, Memory());
        module.Section(6, Globals());
        module.Section(7, Exports(exports));
        if (_linker.Start is { } start)
        {
            var writer = new ByteWriter();
            writer.Unsigned(_linker.FunctionIndex(start));
            module.Section(8, writer);
        }

        module.Section(9, Elements());
        module.Section(10, code);
        module.Section(11, segments);
        if (_options.WithNames)
        {
            module.Section(0, Names());
        }

        return module.ToArray();
    }

    private int TypeIndex(FunctionType type)
    {
        if (!_types.TryGetValue(type, out var index))
        {
            index = _types.Count;
            _types[type] = index;
        }

        return index;
    }

    private static int ValueType(IrType type) => type switch
    {
        IrType.I32 => 0x7F,
        IrType.I64 => 0x7E,
        IrType.F32 => 0x7D,
        _ => 0x7C,
    };

    private ByteWriter Types()
    {
        var writer = new ByteWriter();
        writer.Unsigned(_types.Count);
        foreach (var type in _types.Keys)
        {
            writer.Byte(0x60);
            writer.Unsigned(type.Count);
            for (var i = 0; i < type.Count; i++)
            {
                writer.Byte(ValueType(type.Parameter(i)));
            }

            writer.Unsigned(type.Result == IrType.Void ? 0 : 1);
            if (type.Result != IrType.Void)
            {
                writer.Byte(ValueType(type.Result));
            }
        }

        return writer;
    }

    private ByteWriter Imports()
    {
        var writer = new ByteWriter();
        writer.Unsigned(_live.Imports.Count);
        foreach (var import in _live.Imports)
        {
            var (module, name) = Analysis.Imports.NameOf(import);
            writer.Text(module);
            writer.Text(name);
            writer.Byte(0);
            writer.Unsigned(TypeIndex(_linker.TypeOf(import)));
        }

        return writer;
    }

    private ByteWriter Functions()
    {
        var writer = new ByteWriter();
        writer.Unsigned(_live.Functions.Count);
        foreach (var function in _live.Functions)
        {
            writer.Unsigned(TypeIndex(function.Type));
        }

        return writer;
    }

    private ByteWriter Table()
    {
        var writer = new ByteWriter();
        writer.Unsigned(1);
        writer.Byte(0x70);
        writer.Byte(1);
        writer.Unsigned(_table.Count);
        writer.Unsigned(_table.Count);
        return writer;
    }

    private ByteWriter Memory()
    {
        var writer = new ByteWriter();
        writer.Unsigned(1);
        writer.Byte(1);
        writer.Unsigned((_linker.InitialEnd / PageBytes) + 1);
        writer.Unsigned(_options.MemoryLimitBytes / PageBytes);
        return writer;
    }

    private ByteWriter Globals()
    {
        int[] initial = [_linker.StackTop, _linker.HeapStart, 0];
        var writer = new ByteWriter();
        writer.Unsigned(initial.Length);
        foreach (var value in initial)
        {
            writer.Byte(0x7F);
            writer.Byte(1);
            writer.Byte((int)Opcode.I32Const);
            writer.Signed(value);
            writer.Byte((int)Opcode.End);
        }

        return writer;
    }

    private ByteWriter Exports(IReadOnlyList<(string Name, IlMethod Method)> exports)
    {
        var writer = new ByteWriter();
        writer.Unsigned(exports.Count + 1);
        writer.Text("memory");
        writer.Byte(2);
        writer.Unsigned(0);
        foreach (var (name, method) in exports)
        {
            writer.Text(name);
            writer.Byte(0);
            writer.Unsigned(_linker.FunctionIndex(method));
        }

        return writer;
    }

    private ByteWriter Elements()
    {
        var writer = new ByteWriter();
        writer.Unsigned(1);
        writer.Byte(0);
        writer.Byte((int)Opcode.I32Const);
        writer.Signed(0);
        writer.Byte((int)Opcode.End);
        writer.Unsigned(_table.Count);
        foreach (var function in _table)
        {
            writer.Unsigned(function);
        }

        return writer;
    }

    private ByteWriter Code()
    {
        var writer = new ByteWriter();
        writer.Unsigned(_live.Functions.Count);
        foreach (var function in _live.Functions)
        {
            var before = writer.Length;
            writer.Sized(CodeEncoder.Encode(_linker, function, TypeIndex));
            _functionSizes.Add(writer.Length - before);
        }

        return writer;
    }

    private ByteWriter Segments()
    {
        var writer = new ByteWriter();
        var segments = DataSegments.Build(_linker.Data.Pieces, MaxGap);
        writer.Unsigned(segments.Count);
        foreach (var (address, bytes) in segments)
        {
            writer.Byte(0);
            writer.Byte((int)Opcode.I32Const);
            writer.Signed(address);
            writer.Byte((int)Opcode.End);
            writer.Unsigned(bytes.Length);
            writer.Bytes(bytes);
        }

        return writer;
    }

    private ByteWriter Names()
    {
        var alike = _live.Merged.ToLookup(m => m.Value, m => m.Key);
        var names = new ByteWriter();
        names.Unsigned(_live.Imports.Count + _live.Functions.Count);
        foreach (var method in _live.Imports.Concat(_live.Functions.Select(f => f.Method)))
        {
            names.Unsigned(_linker.FunctionIndex(method));
            names.Text(string.Join(" or ", alike[method].Prepend(method)));
        }

        var writer = new ByteWriter();
        writer.Text("name");
        writer.Byte(1);
        writer.Sized(names);
        return writer;
    }
}
