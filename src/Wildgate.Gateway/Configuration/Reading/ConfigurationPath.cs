using System.Buffers;
using System.Globalization;
using System.Text;
using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>
/// The way from the root to a node, such as <c>static_resources.listeners[0].name</c>. It is put into words only when
/// a problem is reported.
/// </summary>
internal sealed class ConfigurationPath
{
    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-@");

    private readonly ConfigurationPath? _parent;
    private readonly string? _key;
    private readonly int _index;

    private ConfigurationPath(ConfigurationPath? parent, string? key, int index)
    {
        _parent = parent;
        _key = key;
        _index = index;
        Depth = parent is null ? 1 : parent.Depth + 1;
    }

    public static ConfigurationPath Root { get; } = new(parent: null, key: null, index: 0);

    /// <summary>The level of the node; the root's is 1.</summary>
    public int Depth { get; }

    public ConfigurationPath Field(string key) => new(this, key, index: 0);

    public ConfigurationPath Item(int index) => new(this, key: null, index);

    public override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text);
        return text.ToString();
    }

    // Depth is bounded by DocumentLimits.Depth, and so is this recursion.
    private void AppendTo(StringBuilder text)
    {
        if (_parent is null)
        {
            return;
        }

        _parent.AppendTo(text);
        if (_key is null)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{_index}]");
        }
        else if (IsWord(_key))
        {
            text.Append(text.Length == 0 ? "" : ".").Append(_key);
        }
        else
        {
            text.Append('[').Append(Quotation.Of(_key)).Append(']');
        }
    }

    private static bool IsWord(string key) => key.Length is > 0 and <= 60
        && key.AsSpan().IndexOfAnyExcept(WordCharacters) < 0;
}
