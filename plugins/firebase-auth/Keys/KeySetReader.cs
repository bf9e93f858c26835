using FirebaseAuth.Json;
using FirebaseAuth.Text;

namespace FirebaseAuth.Keys;

/// <summary>
/// Reads the answer of a key server in either of Google's formats: an object of PEM certificates by key id, or a JSON
/// Web Key Set (RFC 7517). A set with one bad key is refused as a whole, for nobody can say what else is wrong with it.
/// </summary>
internal static class KeySetReader
{
    private const int MaxLength = 256 * 1024;
    private const int MaxKeys = 32;
    private const int MaxIdLength = 128;
    private const int MaxNumberLength = 1024;

    /// <summary>Null with a reason when this is not a set of at least one sound key.</summary>
    public static KeySet? Read(ReadOnlySpan<byte> answer, out string problem)
    {
        if (answer.Length > MaxLength)
        {
            problem = "the answer is larger than 256 KiB";
            return null;
        }

        var json = new JsonDocument();
        if (!json.TryRead(answer.ToArray(), answer.Length) || !json.IsObject(JsonDocument.Root))
        {
            problem = "the answer is not a JSON object";
            return null;
        }

        var keys = new KeySet();
        var list = json.Find(JsonDocument.Root, "keys"u8);
        problem = json.Kind(list) == JsonKind.Array ? ReadWebKeys(json, list, keys) : ReadCertificates(json, keys);
        if (problem.Length == 0 && keys.Count == 0)
        {
            problem = "the answer has no key for RS256";
        }

        return problem.Length == 0 ? keys : null;
    }

    private static string ReadCertificates(JsonDocument json, KeySet keys)
    {
        const int Root = JsonDocument.Root;
        for (var name = json.First(Root); name != JsonDocument.None; name = json.After(name + 1, Root))
        {
            if (json.Kind(name + 1) != JsonKind.String || Certificate.ReadKey(json.Text(name + 1)) is not { } key)
            {
                return "a member of the answer is not a certificate in PEM with an RSA key of 2048 to 4096 bits";
            }

            if (Add(keys, json.Text(name), key) is { Length: > 0 } problem)
            {
                return problem;
            }
        }

        return "";
    }

    private static string ReadWebKeys(JsonDocument json, int list, KeySet keys)
    {
        for (var node = json.First(list); node != JsonDocument.None; node = json.After(node, list))
        {
            if (!json.IsObject(node))
            {
                return "an element of 'keys' is not an object";
            }

            if (!IsForSignatures(json, node))
            {
                continue;
            }

            if (!json.TryText(node, "kid"u8, out var id) || ReadWebKey(json, node) is not { } key)
            {
                return "an RSA key in 'keys' has no 'kid', or no sound 'n' and 'e' of 2048 to 4096 bits";
            }

            if (Add(keys, id, key) is { Length: > 0 } problem)
            {
                return problem;
            }
        }

        return "";
    }

    // RFC 7517, 5: keys of a kind that a reader does not know are ignored.
    private static bool IsForSignatures(JsonDocument json, int node) =>
        json.TryText(node, "kty"u8, out var type) && type.SequenceEqual("RSA"u8)
        && IsAbsentOr(json, node, "use"u8, "sig"u8) && IsAbsentOr(json, node, "alg"u8, "RS256"u8);

    private static bool IsAbsentOr(JsonDocument json, int node, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        json.Find(node, name) == JsonDocument.None
        || (json.TryText(node, name, out var text) && text.SequenceEqual(value));

    private static RsaKey? ReadWebKey(JsonDocument json, int node)
    {
        if (!json.TryText(node, "n"u8, out var modulus) || !json.TryText(node, "e"u8, out var exponent)
            || modulus.Length > MaxNumberLength || exponent.Length > MaxNumberLength)
        {
            return null;
        }

        var number = new byte[Base64.DecodedLength(modulus.Length)];
        var power = new byte[Base64.DecodedLength(exponent.Length)];
        return Base64.TryDecodeUrl(modulus, number, out _) && Base64.TryDecodeUrl(exponent, power, out _)
            ? RsaKey.Create(number, power)
            : null;
    }

    private static string Add(KeySet keys, ReadOnlySpan<byte> id, RsaKey key)
    {
        if (id.Length is 0 or > MaxIdLength || keys.Count == MaxKeys)
        {
            return "a key id is empty or longer than 128 bytes, or there are more than 32 keys";
        }

        return keys.TryAdd(id, key) ? "" : "two keys have the same id";
    }
}
