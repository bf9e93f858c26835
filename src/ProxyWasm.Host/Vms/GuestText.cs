using System.Text;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// Strings for header names and values that a guest wrote. Plugins write the same few strings for every stream, so a
/// small cache keeps the steady state free of allocations. One per virtual machine, used inside of its worker.
/// </summary>
internal sealed class GuestText
{
    private const int Slots = 256;

    // Longer texts rarely repeat; keeping them would only hold memory.
    private const int MaxCachedBytes = 128;

    private readonly string?[] _names = new string?[Slots];
    private readonly string?[] _values = new string?[Slots];

    /// <summary>A header name, lower-cased.</summary>
    public string Name(ReadOnlySpan<byte> bytes)
    {
        if (bytes.ContainsAnyInRange((byte)'A', (byte)'Z'))
        {
            return Encoding.Latin1.GetString(bytes).ToLowerInvariant();
        }

        return Lookup(_names, bytes);
    }

    /// <summary>A header value, one character per byte.</summary>
    public string Value(ReadOnlySpan<byte> bytes) => Lookup(_values, bytes);

    /// <summary>A cluster name, which configurations write in UTF-8.</summary>
    public string ClusterName(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes) ? Lookup(_values, bytes) : Encoding.UTF8.GetString(bytes);

    /// <summary>Bytes for a log: printable ASCII as it is, the rest as <c>?</c>, cut to a sane length.</summary>
    public static string Printable(ReadOnlySpan<byte> bytes)
    {
        const int MaxLength = 64;
        var length = Math.Min(bytes.Length, MaxLength);
        Span<char> text = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            text[i] = bytes[i] is >= 0x20 and < 0x7F ? (char)bytes[i] : '?';
        }

        return text.ToString();
    }

    private static string Lookup(string?[] cache, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        if (bytes.Length > MaxCachedBytes)
        {
            return Encoding.Latin1.GetString(bytes);
        }

        ref var slot = ref cache[Hash(bytes) % Slots];
        if (slot is not null && Equal(slot, bytes))
        {
            return slot;
        }

        return slot = Encoding.Latin1.GetString(bytes);
    }

    private static bool Equal(string text, ReadOnlySpan<byte> bytes)
    {
        if (text.Length != bytes.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (text[i] != bytes[i])
            {
                return false;
            }
        }

        return true;
    }

    // FNV-1a; a guest that provokes collisions only slows itself down.
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return hash;
    }
}
