using System.Diagnostics.CodeAnalysis;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>A map with unique keys, in the order of the text.</summary>
internal sealed class MappingNode(TextPosition position) : ConfigurationNode(position)
{
    private readonly List<MappingEntry> _entries = [];
    private readonly Dictionary<string, MappingEntry> _byKey = new(StringComparer.Ordinal);

    public IReadOnlyList<MappingEntry> Entries => _entries;

    public bool TryAdd(MappingEntry entry)
    {
        if (!_byKey.TryAdd(entry.Key, entry))
        {
            return false;
        }

        _entries.Add(entry);
        UnfoldedCharacters += entry.Key.Length;
        Include(entry.Value);
        return true;
    }

    public bool TryGet(string key, [NotNullWhen(true)] out MappingEntry? entry) => _byKey.TryGetValue(key, out entry);

    public override string Describe() => "a map";
}
