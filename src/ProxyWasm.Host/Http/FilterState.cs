using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Properties;

namespace ProxyWasm.Host.Http;

/// <summary>
/// What plugins store with <c>proxy_set_property</c>: bytes by path, for the rest of the stream, readable by every
/// plugin of the chain. Envoy keeps the same under <c>wasm.</c> in its filter state.
/// </summary>
internal sealed class FilterState
{
    // What a stream may carry along; a loop over ever new paths ends here and not in the memory of the host.
    private const int MaxBytes = 1024 * 1024;

    private static ReadOnlySpan<byte> EnvoyPrefix => "filter_state\0wasm."u8;

    private readonly Dictionary<string, (byte[] Bytes, bool IsReadOnly)> _values = [];
    private int _bytes;

    /// <summary>Reads a value by its path, or by Envoy's name for it: <c>filter_state</c>, <c>wasm.path</c>.</summary>
    public Status Read(ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        if (_values.Count == 0)
        {
            return Status.NotFound;
        }

        path = path.StartsWith(EnvoyPrefix) ? path[EnvoyPrefix.Length..] : path;
        return _values.TryGetValue(Key(path), out var stored) ? value.Bytes(stored.Bytes) : Status.NotFound;
    }

    /// <summary>Stores a value; BadArgument over one that was stored as read-only.</summary>
    public Status Write(ReadOnlySpan<byte> path, ReadOnlySpan<byte> value, bool isReadOnly)
    {
        var key = Key(path);
        var size = key.Length + value.Length;
        if (_values.TryGetValue(key, out var replaced))
        {
            if (replaced.IsReadOnly)
            {
                return Status.BadArgument;
            }

            size -= key.Length + replaced.Bytes.Length;
        }

        if (_bytes + size > MaxBytes)
        {
            return Status.InternalFailure;
        }

        _values[key] = (value.ToArray(), isReadOnly);
        _bytes += size;
        return Status.Ok;
    }

    public void Clear()
    {
        _values.Clear();
        _bytes = 0;
    }

    // One NUL at the end is tolerated, as in every property path.
    private static string Key(ReadOnlySpan<byte> path) =>
        Encoding.Latin1.GetString(path is [.. var head, 0] ? head : path);
}
