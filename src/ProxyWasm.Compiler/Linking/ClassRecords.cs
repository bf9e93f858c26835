using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Lowering;

namespace ProxyWasm.Compiler.Linking;

/// <summary>Writes what the runtime library knows about each class: sizes, ancestors, references, casts.</summary>
internal sealed class ClassRecords
{
    private readonly ProgramModel _program;
    private readonly DispatchTable _dispatch;
    private readonly LiveProgram _live;
    private readonly List<IlType> _castTargets = [];
    private readonly Dictionary<string, int> _lists = [];

    public ClassRecords(ProgramModel program, DispatchTable dispatch, LiveProgram live)
    {
        _program = program;
        _dispatch = dispatch;
        _live = live;
    }

    public int Count { get; private set; }

    /// <summary>Numbers every class that code or another record refers to.</summary>
    public void Collect()
    {
        var targets = new HashSet<IlType>();
        foreach (var record in _live.Symbols.OfType<Symbol.ClassRecord>())
        {
            _dispatch.NumberOf(record.Type);
            AddTarget(record.Type, targets);
        }

        foreach (var type in _dispatch.Constructed)
        {
            for (var parent = Parent(type); parent is not null; parent = Parent(parent))
            {
                _dispatch.NumberOf(parent);
            }

            if (type.IsArray)
            {
                _dispatch.NumberOf(type.ElementType!);
                AddTarget(type.ElementType!, targets);
            }
        }

        foreach (var symbol in _live.Symbols.ToArray())
        {
            AddPrepared(symbol);
        }

        foreach (var type in _dispatch.Constructed)
        {
            if (_program.TypedClasses.Any(t => _program.System.Hierarchy.IsCastable(type, t)))
            {
                AddPrepared(new Symbol.TypeObject(type));
                _live.AddSymbol(new Symbol.TypeObject(type));
            }
        }

        Count = _dispatch.NumberedCount;
    }

    public void Write(DataLayout data, int classBase, Func<IlMethod, int> tableIndex)
    {
        var constructed = _dispatch.Constructed.ToHashSet();
        foreach (var (type, number) in _dispatch.Numbered)
        {
            var record = new byte[ObjectShape.ClassRecordSize];
            var (size, elementSize) = ClassShape.SizesOf(_program.System, _program.Layouts, type);
            DataLayout.Write(record, ObjectShape.ClassBaseSize, size);
            DataLayout.Write(record, ObjectShape.ClassElementSize, elementSize);
            if (Parent(type) is { } parent && TryNumber(parent, out var parentNumber))
            {
                DataLayout.Write(record, ObjectShape.ClassParent, Address(parentNumber));
            }

            DataLayout.Write(record, ObjectShape.ClassFlags, ClassShape.FlagsOf(_program.System, type));
            if (type.IsArray && TryNumber(type.ElementType!, out var element))
            {
                DataLayout.Write(record, ObjectShape.ClassElementOrInvoke, Address(element));
            }
            else if (type.IsDelegate && constructed.Contains(type))
            {
                DataLayout.Write(
                    record, ObjectShape.ClassElementOrInvoke, tableIndex(_program.MulticastInvoke(type)));
            }

            if (constructed.Contains(type))
            {
                DataLayout.Write(record, ObjectShape.ClassPointerMap, PointerMap(data, type));
            }

            DataLayout.Write(record, ObjectShape.ClassCastList, CastList(data, type, Address));
            if (data.TryAddress(new Symbol.TypeObject(type), out var typeObject))
            {
                DataLayout.Write(record, ObjectShape.ClassTypeObject, typeObject);
            }

            data.Fill(Address(number), record, DataKind.ClassRecords);
        }

        int Address(int number) => classBase + (number * ObjectShape.ClassRecordSize);
    }

    private void AddTarget(IlType type, HashSet<IlType> seen)
    {
        if (CastTargets.NeedsList(type) && seen.Add(type))
        {
            _castTargets.Add(type);
            _dispatch.NumberOf(type);
        }
    }

    private void AddPrepared(Symbol symbol)
    {
        switch (symbol)
        {
            case Symbol.Text:
                _dispatch.NumberOf(_program.System.String);
                break;
            case Symbol.TypeObject type:
                _dispatch.NumberOf(_program.System.SystemType("RuntimeType"));
                if (!type.Type.IsOpen && type.Type.Kind != TypeKind.ByRef)
                {
                    _dispatch.NumberOf(type.Type);
                }

                break;
            case Symbol.Singleton singleton:
                _dispatch.NumberOf(singleton.Type);
                break;
            case Symbol.Made made:
                _dispatch.NumberOf(made.Region.Type!);
                break;
            default:
                break;
        }
    }

    private bool TryNumber(IlType type, out int number) => _dispatch.TryNumber(type, out number);

    private IlType? Parent(IlType type) => _program.System.Hierarchy.BaseOf(type);

    /// <summary>A count and that many offsets; for arrays they are relative to an element.</summary>
    private int PointerMap(DataLayout data, IlType type)
    {
        var offsets = _program.Layouts.ObjectReferences(type);
        return offsets.Count == 0 ? 0 : Shared(data, DataKind.PointerMaps, [offsets.Count, .. offsets]);
    }

    private int CastList(DataLayout data, IlType type, Func<int, int> address)
    {
        var targets = _castTargets.Where(t => _program.System.Hierarchy.IsCastable(type, t))
            .Select(t => address(_dispatch.NumberOf(t))).ToList();
        return Shared(data, DataKind.CastLists, [.. targets, 0]);
    }

    private int Shared(DataLayout data, DataKind kind, List<int> numbers)
    {
        var key = $"{kind}:{string.Join(',', numbers)}";
        if (!_lists.TryGetValue(key, out var address))
        {
            var bytes = new byte[numbers.Count * sizeof(int)];
            for (var i = 0; i < numbers.Count; i++)
            {
                DataLayout.Write(bytes, i * sizeof(int), numbers[i]);
            }

            address = data.Add(bytes, sizeof(int), kind);
            _lists[key] = address;
        }

        return address;
    }
}
