using System.Diagnostics.CodeAnalysis;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>
/// Public keys that guests have brought before: to read one takes longer than to verify with it, and a plugin comes
/// with the same few keys for every token. Each thread has its own, since a key is for one thread at a time.
/// </summary>
internal static class PublicKeys
{
    private const int MostKept = 8;

    [ThreadStatic]
    private static List<(byte[] Der, SigningKey Key)>? s_keys;

    /// <summary>A SubjectPublicKeyInfo in DER; not to be disposed of.</summary>
    public static bool TryRead(ReadOnlySpan<byte> der, [NotNullWhen(true)] out SigningKey? key)
    {
        var keys = s_keys ??= new(MostKept);
        for (var i = 0; i < keys.Count; i++)
        {
            var known = keys[i];
            if (der.SequenceEqual(known.Der))
            {
                // The one that was used last is found first, and leaves last.
                (keys[i], keys[0]) = (keys[0], known);
                key = known.Key;
                return true;
            }
        }

        if (!SigningKey.TryReadPublic(der, out key))
        {
            return false;
        }

        if (keys.Count == MostKept)
        {
            keys[^1].Key.Dispose();
            keys.RemoveAt(MostKept - 1);
        }

        keys.Insert(0, (der.ToArray(), key));
        return true;
    }
}
