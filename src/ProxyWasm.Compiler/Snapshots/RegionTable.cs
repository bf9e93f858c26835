using System.Runtime.InteropServices;
using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Linking;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>The regions that symbols of code stand for, and new ones.</summary>
internal sealed class RegionTable
{
    private readonly ProgramModel _program;
    private readonly Dictionary<Symbol, Region> _regions = [];

    public RegionTable(ProgramModel program) => _program = program;

    public Region Of(Symbol symbol)
    {
        if (!_regions.TryGetValue(symbol, out var region))
        {
            region = Create(symbol);
            _regions[symbol] = region;
        }

        return region;
    }

    /// <summary>A new object, zeroed.</summary>
    public Region NewObject(IlType type, long size, IlType creator)
    {
        var region = new Region(RegionKind.Object, new byte[size]) { Type = type, Owner = creator };
        region.Store(MemoryKind.I32, 0, Value.To(Of(new Symbol.ClassRecord(type))));
        return region;
    }

    /// <summary>Makes the static fields of a class what they are before its static constructor runs.</summary>
    public void Reset(IlType owner)
    {
        foreach (var symbol in _regions.Keys.Where(k => k is Symbol.Static s && s.Field.Owner == owner).ToArray())
        {
            _regions.Remove(symbol);
        }
    }

    /// <summary>The static fields of a class that evaluated code has mentioned.</summary>
    public IEnumerable<Region> StaticsOf(IlType owner) =>
        _regions.Values.Where(r => r.Kind == RegionKind.Static && r.Owner == owner);

    private Region Create(Symbol symbol) => symbol switch
    {
        Symbol.Static { Field: var field } => new Region(
            RegionKind.Static, new byte[_program.Layouts.SizeOf(field.Type)])
        {
            Owner = field.Owner, Symbol = symbol,
        },
        Symbol.Text text => Constant(symbol, _program.System.String, TextBytes(text.Value)),
        Symbol.Singleton { Type: var type } => Constant(
            symbol, type, new byte[_program.Layouts.InstanceSize(type)]),
        Symbol.TypeObject => Constant(
            symbol, _program.System.SystemType("RuntimeType"), new byte[ObjectShape.HeaderSize]),
        Symbol.ImageData { Field: var field } => new Region(
            RegionKind.Constant, PreparedObjects.ImageBytes(_program, field))
        {
            Symbol = symbol,
        },
        Symbol.ClassRecord or Symbol.TableIndex => new Region(RegionKind.Opaque, []) { Symbol = symbol },
        _ => throw new EvaluationStoppedException("it depends on how the module is laid out"),
    };

    private Region Constant(Symbol symbol, IlType type, byte[] bytes)
    {
        var region = new Region(RegionKind.Constant, bytes) { Symbol = symbol, Type = type };
        region.Store(MemoryKind.I32, 0, Value.To(Of(new Symbol.ClassRecord(type))));
        return region;
    }

    private static byte[] TextBytes(string text)
    {
        var bytes = new byte[PreparedObjects.SizeOf(text)];
        DataLayout.Write(bytes, ObjectShape.LengthOffset, text.Length);
        MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(bytes.AsSpan(ObjectShape.ArrayDataOffset));
        return bytes;
    }
}
