using System.Collections;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Http;

/// <summary>
/// Headers of one's own, for answers and calls: <c>new HeaderList { { "accept", "text/plain" } }</c>. The order is
/// kept.
/// </summary>
public sealed class HeaderList : IEnumerable<KeyValuePair<string, string>>
{
    private byte[]?[] _parts = new byte[]?[8];
    private int _count;

    /// <summary>Number of headers.</summary>
    public int Count => _count / 2;

    /// <summary>Adds a header.</summary>
    /// <param name="name">Name in lower case.</param>
    /// <param name="value">Value; UTF-8 on the wire.</param>
    public void Add(string name, string value) => Append(Utf8Text.Encode(name), Utf8Text.Encode(value));

    /// <summary>Adds a header.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Append(name.ToArray(), value.ToArray());

    internal void AddAll(HeaderList others)
    {
        for (var i = 0; i < others._count; i += 2)
        {
            Append(others._parts[i]!, others._parts[i + 1]!);
        }
    }

    /// <summary>The headers as text.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < _count; i += 2)
        {
            yield return new(Utf8Text.Decode(_parts[i]), Utf8Text.Decode(_parts[i + 1]));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The serialised map of the ABI.</summary>
    internal byte[] Serialize()
    {
        var (names, values) = (0, 0);
        for (var i = 0; i < _count; i += 2)
        {
            names += _parts[i]!.Length;
            values += _parts[i + 1]!.Length;
        }

        var bytes = new byte[(int)HeaderPairs.SizeOf(names, values, Count)];
        var writer = new HeaderPairsWriter(bytes, Count);
        for (var i = 0; i < _count; i += 2)
        {
            writer.Add(_parts[i], _parts[i + 1]);
        }

        writer.Complete();
        return bytes;
    }

    private void Append(byte[] name, byte[] value)
    {
        if (_count == _parts.Length)
        {
            Array.Resize(ref _parts, _count * 2);
        }

        _parts[_count++] = name;
        _parts[_count++] = value;
    }
}
