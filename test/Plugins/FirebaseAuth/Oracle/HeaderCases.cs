using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>Tricks with algorithms and keys.</summary>
internal static class HeaderCases
{
    public static IEnumerable<TokenCase> All(SigningKey key, SigningKey other) =>
        [.. Algorithms(key), .. KeyIds(key, other), .. Extras(key, other), .. Symmetric(key), .. Signatures(key)];

    private static IEnumerable<TokenCase> Algorithms(SigningKey key)
    {
        JsonNode?[] values = ["none", "None", "NONE", "", "rs256", "RS256 ", "RS384", "RS512", "PS256", "ES256", "HS256", null, 1, new JsonArray("RS256")];
        foreach (var value in values)
        {
            var header = TokenMaker.Header(key);
            header["alg"] = value?.DeepClone();
            yield return new TokenCase($"alg is {value?.ToJsonString()}", TokenMaker.Sign(key, header: header));
            yield return new TokenCase($"alg is {value?.ToJsonString()}, unsigned", Unsigned(header));
        }

        var without = TokenMaker.Header(key);
        without.Remove("alg");
        yield return new TokenCase("no alg", TokenMaker.Sign(key, header: without));
        yield return new TokenCase("emulator token", TokenMaker.Unsigned());
        yield return new TokenCase("RS256 without signature", Unsigned(TokenMaker.Header(key)));
    }

    private static IEnumerable<TokenCase> KeyIds(SigningKey key, SigningKey other)
    {
        JsonNode?[] unknown = ["unknown", "FIRST", "first ", "__proto__", "constructor", "toString", 1, true, new JsonArray("first"), new JsonObject()];
        foreach (var value in unknown)
        {
            // A list with one text is that text for JavaScript.
            var difference = value is JsonArray ? Differences.KeyId : null;
            yield return Kid(key, value, difference);
        }

        foreach (var value in new JsonNode?[] { null, "", 0, false })
        {
            yield return Kid(key, value, Differences.KeyId);
        }

        yield return Kid(key, new string('k', 200), null);
        yield return new TokenCase("kid of another key", TokenMaker.Sign(key, header: TokenMaker.Header(other)));
        var without = TokenMaker.Header(key);
        without.Remove("kid");
        yield return new TokenCase("no kid", TokenMaker.Sign(key, header: without));
    }

    private static TokenCase Kid(SigningKey key, JsonNode? value, string? difference)
    {
        var header = TokenMaker.Header(key);
        header["kid"] = value?.DeepClone();
        return new TokenCase($"kid is {value?.ToJsonString() ?? "null"}", TokenMaker.Sign(key, header: header), difference);
    }

    private static IEnumerable<TokenCase> Extras(SigningKey key, SigningKey other)
    {
        (string, JsonNode?, string?)[] extras =
        [
            ("typ", "jwt", null), ("typ", null, null), ("typ", "at+jwt", null), ("typ", 1, null), ("cty", "JWT", null),
            ("jku", "https://evil.example/keys", null), ("x5u", "https://evil.example/cert", null),
            ("x5c", new JsonArray(other.Certificate), null), ("zip", "DEF", null), ("b64", true, null),
            ("jwk", JsonNode.Parse(SigningKey.WebKeys(other))!["keys"]![0]!.DeepClone(), null),
            ("crit", new JsonArray(), Differences.Critical), ("crit", new JsonArray("exp"), Differences.Critical),
            ("crit", new JsonArray("b64"), Differences.Critical), ("crit", null, Differences.Critical),
        ];
        foreach (var (name, value, difference) in extras)
        {
            var header = TokenMaker.Header(key);
            header[name] = value;
            yield return new TokenCase($"{name} is {value?.ToJsonString()}", TokenMaker.Sign(key, header: header), difference);
        }

        var own = TokenMaker.Header(key);
        own["jwk"] = JsonNode.Parse(SigningKey.WebKeys(other))!["keys"]![0]!.DeepClone();
        yield return new TokenCase("signed with the key in its header", TokenMaker.SignText(other, own.ToJsonString(), TokenMaker.Claims().ToJsonString()));
    }

    // The public key is known to all: whoever takes it for a secret can be cheated.
    private static IEnumerable<TokenCase> Symmetric(SigningKey key)
    {
        foreach (var secret in new[] { key.Certificate, key.Rsa.ExportSubjectPublicKeyInfoPem(), key.Rsa.ExportRSAPublicKeyPem(), "" })
        {
            foreach (var algorithm in new[] { "HS256", "RS256" })
            {
                var header = TokenMaker.Header(key);
                header["alg"] = algorithm;
                var signed = Unsigned(header)[..^1];
                var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));
                yield return new TokenCase($"{algorithm} with a public secret", $"{signed}.{TokenMaker.Encode(hash)}");
            }
        }
    }

    private static IEnumerable<TokenCase> Signatures(SigningKey key)
    {
        var signed = Unsigned(TokenMaker.Header(key))[..^1];
        var bytes = Encoding.UTF8.GetBytes(signed);
        byte[][] signatures =
        [
            key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            key.Rsa.SignData(bytes, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
            key.Rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            key.Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            key.Sign(signed + "x"), key.Sign(signed)[1..], [0, .. key.Sign(signed)], [.. key.Sign(signed), 0], new byte[256],
            [.. Enumerable.Repeat((byte)0xFF, 256)], [1],
        ];
        return signatures.Select((signature, index) =>
            new TokenCase($"wrong signature {index}", $"{signed}.{TokenMaker.Encode(signature)}"));
    }

    private static string Unsigned(JsonObject header) => TokenMaker.Unsigned(header: header.ToJsonString());
}
