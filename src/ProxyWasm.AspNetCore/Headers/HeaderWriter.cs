using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Headers;

/// <summary>
/// Writes what plugins changed back to ASP.NET Core's dictionaries; pseudo headers are not its business.
/// </summary>
internal static class HeaderWriter
{
    /// <summary>Applies the changes of a map.</summary>
    public static void Write(HeaderMap headers, IHeaderDictionary fields)
    {
        if (headers.IsReplaced)
        {
            WriteAll(headers, fields);
            return;
        }

        foreach (var name in headers.ChangedNames)
        {
            if (!name.StartsWith(':'))
            {
                Set(headers, name, fields);
            }
        }
    }

    /// <summary>Makes the dictionary equal to the map.</summary>
    public static void WriteAll(HeaderMap headers, IHeaderDictionary fields)
    {
        fields.Clear();
        for (var i = 0; i < headers.Count; i++)
        {
            var field = headers[i];
            if (!field.Name.StartsWith(':'))
            {
                fields.Append(field.Name, field.Value);
            }
        }
    }

    private static void Set(HeaderMap headers, string name, IHeaderDictionary fields)
    {
        var first = headers.IndexOf(name);
        if (first < 0)
        {
            fields.Remove(name);
            return;
        }

        StringValues values = headers[first].Value;
        for (var i = first + 1; i < headers.Count; i++)
        {
            if (name.Equals(headers[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                values = StringValues.Concat(values, headers[i].Value);
            }
        }

        fields[name] = values;
    }
}
