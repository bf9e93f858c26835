using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Http;

/// <summary>
/// Headers or trailers at the host. Names are in lower case; values are bytes, which need not be text. Members with
/// bytes copy nothing; members with strings read and write UTF-8.
/// </summary>
/// <remarks>
/// A map can be used while its callback runs and while its direction is paused; outside of that it is empty and changes
/// have no effect, which their result says.
/// </remarks>
public class HeaderMap
{
    private readonly MapType _map;

    internal HeaderMap(MapType map) => _map = map;

    /// <summary>The value of a header; several of the same name are joined with commas, as the host does it.</summary>
    /// <value>Null when there is none; setting null removes it.</value>
    public string? this[string name]
    {
        get => TryGet(name, out var value) ? Utf8Text.Decode(value) : null;
        set
        {
            if (value is null)
            {
                Remove(name);
            }
            else
            {
                Set(name, value);
            }
        }
    }

    /// <summary>Reads a header.</summary>
    /// <param name="name">Name in lower case.</param>
    /// <param name="value">Its bytes, valid until the callback ends or something is awaited; empty without one.</param>
    /// <returns>Whether there is such a header.</returns>
    public bool TryGet(scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value) =>
        Hostcalls.GetHeaderMapValue(_map, name, out value) == Status.Ok;

    /// <inheritdoc cref="TryGet(ReadOnlySpan{byte}, out ReadOnlySpan{byte})"/>
    public bool TryGet(string name, out ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = default(TextBuffer);
        text.Append(name);
        return TryGet(text.Written, out value);
    }

    /// <summary>Whether there is a header.</summary>
    public bool Contains(ReadOnlySpan<byte> name) => TryGet(name, out _);

    /// <summary>Sets a header in place of all of its name.</summary>
    /// <returns>Whether the host has accepted it.</returns>
    public bool Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        Hostcalls.ReplaceHeaderMapValue(_map, name, value) == Status.Ok;

    /// <inheritdoc cref="Set(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public bool Set(string name, string value)
    {
        var nameText = default(TextBuffer);
        var valueText = default(TextBuffer);
        nameText.Append(name);
        valueText.Append(value);
        return Set(nameText.Written, valueText.Written);
    }

    /// <summary>Adds a header beside those of the same name.</summary>
    /// <returns>Whether the host has accepted it.</returns>
    public bool Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        Hostcalls.AddHeaderMapValue(_map, name, value) == Status.Ok;

    /// <inheritdoc cref="Add(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public bool Add(string name, string value)
    {
        var nameText = default(TextBuffer);
        var valueText = default(TextBuffer);
        nameText.Append(name);
        valueText.Append(value);
        return Add(nameText.Written, valueText.Written);
    }

    /// <summary>Removes all headers of a name.</summary>
    /// <returns>Whether the host has accepted it; also when there was none.</returns>
    public bool Remove(ReadOnlySpan<byte> name) => Hostcalls.RemoveHeaderMapValue(_map, name) == Status.Ok;

    /// <inheritdoc cref="Remove(ReadOnlySpan{byte})"/>
    public bool Remove(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = default(TextBuffer);
        text.Append(name);
        return Remove(text.Written);
    }

    /// <summary>All headers, in their order: <c>foreach (var header in headers)</c>.</summary>
    /// <remarks>One call of the host; changes that are made meanwhile are not seen.</remarks>
    public HeaderEnumerator GetEnumerator()
    {
        Hostcalls.GetHeaderMapPairs(_map, out var pairs);
        HeaderPairsReader.TryCreate(pairs, HeaderPairsLimits.None, out var reader, out _);
        return new HeaderEnumerator(reader);
    }
}
