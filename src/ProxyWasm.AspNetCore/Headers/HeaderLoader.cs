using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Headers;

/// <summary>Copies fields from ASP.NET Core's dictionaries to the maps that plugins see.</summary>
internal static class HeaderLoader
{
    public static void LoadAll(HeaderMap headers, IHeaderDictionary fields)
    {
        foreach (var (name, values) in fields)
        {
            Load(headers, name, values);
        }
    }

    public static void Load(HeaderMap headers, string name, StringValues values)
    {
        if (values.Count == 1)
        {
            headers.Load(name, values[0] ?? "");
        }
        else if (values.Count > 1)
        {
            headers.Load(name, [.. values.Select(value => value ?? "")]);
        }
    }
}
