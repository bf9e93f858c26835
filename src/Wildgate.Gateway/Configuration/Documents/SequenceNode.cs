namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>A list.</summary>
internal sealed class SequenceNode(TextPosition position) : ConfigurationNode(position)
{
    private readonly List<ConfigurationNode> _items = [];

    public IReadOnlyList<ConfigurationNode> Items => _items;

    public void Add(ConfigurationNode item)
    {
        _items.Add(item);
        Include(item);
    }

    public override string Describe() => "a list";
}
