using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>What static constructors that have run at build time left.</summary>
internal sealed class Snapshot
{
    private readonly IReadOnlySet<IlType> _initialised;
    private readonly IReadOnlyDictionary<IlField, Region> _contents;

    public Snapshot(
        IReadOnlySet<IlType> initialised,
        IReadOnlyDictionary<IlField, Region> contents,
        IReadOnlyList<(IlType Type, string Reason)> postponed)
    {
        _initialised = initialised;
        _contents = contents;
        Postponed = postponed;
    }

    /// <summary>Nothing has run.</summary>
    public static Snapshot Empty { get; } = new(new HashSet<IlType>(), new Dictionary<IlField, Region>(), []);

    /// <summary>Classes whose static constructors run in the module, and why.</summary>
    public IReadOnlyList<(IlType Type, string Reason)> Postponed { get; }

    public bool IsInitialised(IlType type) => _initialised.Contains(type);

    /// <summary>What a static field holds when the module starts; null when that is zero.</summary>
    public Region? ContentOf(IlField field) => _contents.GetValueOrDefault(field);

    /// <summary>What the module has to contain as well when it contains the symbol.</summary>
    public IEnumerable<Symbol> NeededBy(Symbol symbol)
    {
        var region = symbol switch
        {
            Symbol.Made made => made.Region,
            Symbol.Static variable => ContentOf(variable.Field),
            _ => null,
        };
        return region is null ? [] : region.Addresses.Values.Select(a => SymbolOf(a.Region!));
    }

    /// <summary>The functions that something in the snapshot may call.</summary>
    public IEnumerable<IlMethod> Functions() => Regions().Select(r => r.Function).OfType<IlMethod>();

    /// <summary>Static fields whose address something in the snapshot holds.</summary>
    public IEnumerable<IlField> AddressedFields() => Regions().SelectMany(r => r.Addresses.Values)
        .Select(a => a.Region!.Field).OfType<IlField>();

    private IEnumerable<Region> Regions()
    {
        var seen = new HashSet<Region>(_contents.Values);
        var work = new Queue<Region>(seen);
        while (work.TryDequeue(out var region))
        {
            yield return region;
            foreach (var address in region.Addresses.Values.Where(a => seen.Add(a.Region!)))
            {
                work.Enqueue(address.Region!);
            }
        }
    }

    /// <summary>How code names a region.</summary>
    public static Symbol SymbolOf(Region region) => region.Symbol ?? new Symbol.Made(region);
}
