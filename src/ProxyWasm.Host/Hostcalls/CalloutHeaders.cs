using System.Buffers;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Headers that a guest gives to a callout.</summary>
internal static class CalloutHeaders
{
    private static readonly SearchValues<char> MethodChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Required = [":method", ":path", ":authority"];

    /// <summary>Reads pairs; malformed ones count as none, as in Envoy, and are logged.</summary>
    public static HeaderMap Read(Vm vm, string function, ReadOnlySpan<byte> pairs, HeaderMapKind kind)
    {
        var map = new HeaderMap(kind);
        if (!HeaderPairsReader.TryCreate(pairs, out var reader, out var error))
        {
            vm.Log.Write(LogLevel.Error, $"{function}: malformed pairs ({error}) are left out");
            return map;
        }

        while (reader.MoveNext())
        {
            if (GuestHeaders.TryRead(vm, reader.Name, reader.Value, kind, out var field))
            {
                map.Add(field.Name, field.Value);
            }
        }

        return map;
    }

    /// <summary>Why no request can be made with these headers; null when it can.</summary>
    public static string? FindProblem(HeaderMap headers)
    {
        foreach (var name in Required)
        {
            if (string.IsNullOrEmpty(headers.Get(name)))
            {
                return $"the header {name} is missing";
            }
        }

        var method = headers.Get(":method").AsSpan();
        if (method.ContainsAnyExcept(MethodChars))
        {
            return "the header :method is not the name of a method";
        }

        // A tunnel is no request and response.
        return method.Equals("CONNECT", StringComparison.OrdinalIgnoreCase)
            ? "the method CONNECT is not supported"
            : null;
    }
}
