using System.Text;

namespace ProxyWasm.Testing.Suites;

/// <summary>Reads the head of an HTTP/1 message into a header map with pseudo headers.</summary>
internal static class HttpHead
{
    private const string Advice = "Write an HTTP/1 head: a first line, then one line name: value per header";

    /// <exception cref="SuiteException">The text is no head.</exception>
    public static SuiteHeaders Read(byte[] head, bool isRequest, SuitePlace place)
    {
        var lines = Lines(head);
        var headers = new SuiteHeaders();
        var fields = ReadFields(lines.Skip(1), place);
        if (isRequest)
        {
            ReadRequestLine(lines.FirstOrDefault() ?? "", fields, headers, place);
        }
        else
        {
            ReadStatusLine(lines.FirstOrDefault() ?? "", headers, place);
        }

        foreach (var (name, value) in fields)
        {
            headers.Add(name, Encoding.Latin1.GetBytes(value));
        }

        return headers;
    }

    // Lines up to the first empty one, ended by LF or CRLF; one character is one byte.
    private static List<string> Lines(byte[] head)
    {
        var lines = Encoding.Latin1.GetString(head).Split('\n').Select(static line => line.TrimEnd('\r'));
        return [.. lines.TakeWhile(static line => line.Length > 0)];
    }

    private static List<(string Name, string Value)> ReadFields(IEnumerable<string> lines, SuitePlace place)
    {
        var fields = new List<(string Name, string Value)>();
        foreach (var line in lines)
        {
            if (line[0] is ' ' or '\t' && fields.Count > 0)
            {
                fields[^1] = (fields[^1].Name, $"{fields[^1].Value} {line.Trim(' ', '\t')}");
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).IndexOfAny(' ', '\t') >= 0)
            {
                throw SuiteException.BadValue(place, $"the line \"{line}\" is no header", Advice);
            }

            fields.Add((line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }

        return fields;
    }

    private static void ReadRequestLine(
        string line, List<(string Name, string Value)> fields, SuiteHeaders headers, SuitePlace place)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            throw SuiteException.BadValue(place, $"\"{line}\" is no request line", Advice);
        }

        headers.Replace(":method", Encoding.Latin1.GetBytes(parts[0]));
        if (!parts[1].StartsWith('/') && Uri.TryCreate(parts[1], UriKind.Absolute, out var url))
        {
            var authority = url.Port > 0 && HasPort(parts[1]) ? $"{url.Host}:{url.Port}" : url.Host;
            headers.Replace(":scheme", Encoding.Latin1.GetBytes(url.Scheme));
            headers.Replace(":path", Encoding.Latin1.GetBytes(url.PathAndQuery));
            headers.Replace(":authority", Encoding.Latin1.GetBytes(authority));
            RemoveHost(fields);
            return;
        }

        if (!parts[1].StartsWith('/'))
        {
            throw SuiteException.BadValue(place, $"\"{parts[1]}\" is neither a path nor a URL", Advice);
        }

        headers.Replace(":path", Encoding.Latin1.GetBytes(parts[1]));
        if (fields.Find(IsHost) is { Value: { Length: > 0 } host })
        {
            headers.Replace(":authority", Encoding.Latin1.GetBytes(host));
            RemoveHost(fields);
        }
    }

    private static void ReadStatusLine(string line, SuiteHeaders headers, SuitePlace place)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !parts[0].StartsWith("HTTP/", StringComparison.Ordinal))
        {
            throw SuiteException.BadValue(place, $"\"{line}\" is no status line", Advice);
        }

        headers.Replace(":status", Encoding.Latin1.GetBytes(parts[1]));
    }

    // Only a port that is written counts, also when it is the default one of the scheme.
    private static bool HasPort(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = url.AsSpan(start).IndexOfAny('/', '?');
        var authority = url.AsSpan(start, end < 0 ? url.Length - start : end);
        return authority.LastIndexOf(':') > authority.LastIndexOf(']');
    }

    private static bool IsHost((string Name, string Value) field) =>
        field.Name.Equals("host", StringComparison.OrdinalIgnoreCase);

    private static void RemoveHost(List<(string Name, string Value)> fields) => fields.RemoveAll(IsHost);
}
