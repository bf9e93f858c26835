using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Properties;

/// <summary>
/// Header maps as properties: a single name gives all its values joined, the map itself the pairs form.
/// </summary>
internal static class HeaderProperties
{
    public static Status Read(HeaderMap headers, scoped ref PropertyPath.Enumerator path, PropertyBuffer value)
    {
        if (!path.MoveNext())
        {
            return ReadAll(headers, value);
        }

        var name = path.Current;
        return path.HasNext ? Status.NotFound : ReadJoined(headers, name, value);
    }

    private static Status ReadJoined(HeaderMap headers, ReadOnlySpan<byte> name, PropertyBuffer value)
    {
        var first = headers.IndexOf(name);
        if (first < 0)
        {
            return Status.NotFound;
        }

        var canonical = headers[first].Name;
        value.Latin1(headers[first].Value);
        for (var i = first + 1; i < headers.Count; i++)
        {
            if (canonical.Equals(headers[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                value.Bytes(","u8);
                value.Latin1(headers[i].Value);
            }
        }

        return Status.Ok;
    }

    private static Status ReadAll(HeaderMap headers, PropertyBuffer value)
    {
        var size = HeaderPairs.SizeOf(headers.NameBytes, headers.ValueBytes, headers.Count);
        var writer = new HeaderPairsWriter(value.Take(checked((int)size)), headers.Count);
        for (var i = 0; i < headers.Count; i++)
        {
            writer.AddLatin1(headers[i].Name, headers[i].Value);
        }

        writer.Complete();
        return Status.Ok;
    }
}
