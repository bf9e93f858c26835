using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Snapshots;

namespace ProxyWasm.Compiler.Linking;

/// <summary>Places what static constructors made at build time: objects, and what static fields hold first.</summary>
/// <remarks>
/// The objects lie below the heap and stay there. Those that hold references lie together, because the collector has to
/// look at them: a running program may store references to the heap in them.
/// </remarks>
internal sealed class MadeObjects
{
    private readonly ProgramModel _program;
    private readonly LiveProgram _live;
    private readonly DataLayout _data;

    public MadeObjects(ProgramModel program, LiveProgram live, DataLayout data)
    {
        _program = program;
        _live = live;
        _data = data;
    }

    /// <summary>Where the objects with references begin.</summary>
    public int Start { get; private set; }

    /// <summary>Where the objects with references end.</summary>
    public int End { get; private set; }

    public void Reserve()
    {
        var made = _live.Symbols.OfType<Symbol.Made>()
            .ToLookup(m => _program.Layouts.ObjectReferences(m.Region.Type!).Count > 0);
        Start = _data.Reserve(0, ObjectShape.Alignment);
        ReserveAll(made[true]);
        End = _data.Reserve(0, ObjectShape.Alignment);
        ReserveAll(made[false]);
    }

    /// <summary>Writes the contents, when everything has its address.</summary>
    public void Fill(Func<Symbol, int> resolve)
    {
        foreach (var symbol in _live.Symbols)
        {
            var region = symbol switch
            {
                Symbol.Made made => made.Region,
                Symbol.Static variable => _program.Snapshot.ContentOf(variable.Field),
                _ => null,
            };
            if (region is not null)
            {
                _data.Fill(_data.AddressOf(symbol), Write(region, resolve), DataKind.Snapshot);
            }
        }
    }

    private void ReserveAll(IEnumerable<Symbol.Made> objects)
    {
        foreach (var made in objects)
        {
            _data.Reserve(made, made.Region.Size, ObjectShape.Alignment);
        }
    }

    private static byte[] Write(Region region, Func<Symbol, int> resolve)
    {
        var bytes = region.Bytes.ToArray();
        foreach (var (place, value) in region.Addresses)
        {
            DataLayout.Write(bytes, place, resolve(Snapshot.SymbolOf(value.Region!)) + (int)value.Bits);
        }

        return bytes;
    }
}
