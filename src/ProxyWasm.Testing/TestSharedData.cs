using System.Buffers;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.SharedData;

namespace ProxyWasm.Testing;

/// <summary>Shared data, seen by a test as by another plugin.</summary>
public sealed class TestSharedData
{
    private readonly SharedStore _store;

    internal TestSharedData(SharedStore store) => _store = store;

    /// <summary>Number of keys.</summary>
    public int Count => _store.Count;

    /// <summary>A value as UTF-8 text; null when the key is absent.</summary>
    public string? this[string key] => Find(key) is { } value ? Encoding.UTF8.GetString(value.Span) : null;

    /// <summary>A value; null when the key is absent.</summary>
    public ReadOnlyMemory<byte>? Find(string key)
    {
        var value = new ArrayBufferWriter<byte>();
        return _store.TryRead(Encoding.UTF8.GetBytes(key), value, out _)
            ? value.WrittenMemory
            : (ReadOnlyMemory<byte>?)null;
    }

    /// <summary>Stores a value, whatever version the key has.</summary>
    /// <exception cref="InvalidOperationException">It is larger than all shared data may be.</exception>
    public void Set(string key, ReadOnlySpan<byte> value)
    {
        if (_store.Write(Encoding.UTF8.GetBytes(key), value, 0, out _) != Status.Ok || Find(key) is null)
        {
            throw new InvalidOperationException($"the value of `{key}` is larger than shared data may be");
        }
    }
}
