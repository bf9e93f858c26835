using FirebaseAuth.Json;
using FirebaseAuth.Text;
using ProxyWasm.Sdk.Text;

namespace FirebaseAuth.Tokens;

/// <summary>
/// The headers that tell the upstream who the user is. Values are percent-encoded where they hold anything but
/// printable ASCII, lists are joined by commas, objects are left out.
/// </summary>
internal sealed class ClaimHeaders
{
    private readonly byte[] _prefix;
    private readonly (byte[] Claim, byte[] Header)[] _claims;
    private readonly byte[] _userId;
    private readonly byte[] _tenant;

    /// <param name="prefix">What the names begin with, in lower case.</param>
    /// <param name="claims">The names of the claims that are passed on besides uid and tenant.</param>
    public ClaimHeaders(string prefix, IReadOnlyList<string> claims)
    {
        _prefix = Utf8Text.Encode(prefix);
        _userId = Utf8Text.Encode(prefix + "uid");
        _tenant = Utf8Text.Encode(prefix + "tenant");
        _claims = new (byte[], byte[])[claims.Count];
        for (var index = 0; index < _claims.Length; index++)
        {
            _claims[index] = (Utf8Text.Encode(claims[index]), Utf8Text.Encode(prefix + HeaderName(claims[index])));
        }
    }

    /// <summary>The name of a claim as the end of a header's name; null when it is none.</summary>
    public static string? HeaderName(string claim)
    {
        var name = new char[claim.Length];
        for (var index = 0; index < name.Length; index++)
        {
            name[index] = claim[index] switch
            {
                (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' => claim[index],
                >= 'A' and <= 'Z' => (char)(claim[index] | 0x20),
                '_' => '-',
                _ => '\0',
            };
            if (name[index] == '\0')
            {
                return null;
            }
        }

        return name.Length == 0 ? null : new string(name);
    }

    /// <summary>
    /// A header that only we may set. Many servers take <c>x_firebase_uid</c> for <c>x-firebase-uid</c>, so we do too.
    /// </summary>
    public bool IsOurs(ReadOnlySpan<byte> name)
    {
        if (name.Length < _prefix.Length)
        {
            return false;
        }

        for (var index = 0; index < _prefix.Length; index++)
        {
            var character = name[index] switch
            {
                (byte)'_' => '-',
                >= (byte)'A' and <= (byte)'Z' => name[index] | 0x20,
                _ => name[index],
            };
            if (character != _prefix[index])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The headers for a user.</summary>
    public (byte[] Name, byte[] Value)[] Of(JsonDocument claims)
    {
        var headers = new (byte[] Name, byte[] Value)[2 + _claims.Length];
        var count = 0;
        Add(_userId, claims.Find(JsonDocument.Root, "sub"u8));
        Add(_tenant, claims.Find(claims.Find(JsonDocument.Root, "firebase"u8), "tenant"u8));
        foreach (var (claim, header) in _claims)
        {
            Add(header, claims.Find(JsonDocument.Root, claim));
        }

        Array.Resize(ref headers, count);
        return headers;

        void Add(byte[] name, int node)
        {
            if (node != JsonDocument.None && claims.Kind(node) is not (JsonKind.Object or JsonKind.Null))
            {
                headers[count++] = (name, Value(claims, node));
            }
        }
    }

    private static byte[] Value(JsonDocument claims, int node)
    {
        if (claims.Kind(node) != JsonKind.Array)
        {
            var value = new byte[PercentEncoding.Length(claims.Text(node))];
            PercentEncoding.Write(claims.Text(node), value);
            return value;
        }

        var length = 0;
        for (var element = claims.First(node); element != JsonDocument.None; element = claims.After(element, node))
        {
            length += 1 + PercentEncoding.Length(claims.Text(element));
        }

        var list = new byte[Math.Max(0, length - 1)];
        var written = 0;
        for (var element = claims.First(node); element != JsonDocument.None; element = claims.After(element, node))
        {
            if (element != claims.First(node))
            {
                list[written++] = (byte)',';
            }

            written += PercentEncoding.Write(claims.Text(element), list.AsSpan(written));
        }

        return list;
    }

}
