using System.Text;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>Tokens that are written oddly, with a signature over exactly what is there.</summary>
internal static class EncodingCases
{
    public static IEnumerable<TokenCase> All(SigningKey key) => [.. Shapes(key), .. Texts(key), .. Bytes(key), .. Sizes(key)];

    private static IEnumerable<TokenCase> Shapes(SigningKey key)
    {
        var token = TokenMaker.Sign(key);
        var parts = token.Split('.');
        string[] shapes =
        [
            "", ".", "..", "...", "a.b", "a.b.c", parts[0], $"{parts[0]}.{parts[1]}", $"{token}.{parts[2]}", $"{token}.", $".{token}",
            $"{parts[0]}..{parts[2]}", $".{parts[1]}.{parts[2]}", $"{parts[1]}.{parts[0]}.{parts[2]}", $"Bearer {token}", $" {token}",
            $"{token} ", $"{token}\n", $"{token}=", $"{token}==", $"{parts[0]}=.{parts[1]}.{parts[2]}", token[..^1], token + "A",
            token.Replace('.', ':'), $"{parts[0]}.{parts[1]}.{parts[2]}é", $"{parts[0]}\0.{parts[1]}.{parts[2]}", "null", "{}",
            $"{parts[0]}.{parts[1]}.{parts[2].Replace('-', '+').Replace('_', '/')}",
        ];
        var hasOtherCharacters = parts[2].AsSpan().ContainsAny('-', '_');
        return shapes.Where(shape => shape != token || !hasOtherCharacters).Select((shape, index) => new TokenCase($"shape {index}", shape));
    }

    private static IEnumerable<TokenCase> Texts(SigningKey key)
    {
        var header = TokenMaker.Header(key).ToJsonString();
        var claims = TokenMaker.Claims().ToJsonString();
        (string Name, string Header, string Claims, string? Difference)[] texts =
        [
            ("spaces", $" {header}\n", $"\t{claims} ", null),
            ("escapes", header, claims.Replace("\"sub\"", "\"\\u0073ub\"", StringComparison.Ordinal), null),
            ("duplicate claim", header, claims[..^1] + ",\"sub\":\"cat-7\"}", Differences.Duplicates),
            ("duplicate escaped", header, claims[..^1] + ",\"\\u0073ub\":\"cat-7\"}", Differences.Duplicates),
            ("duplicate that wins", header, claims.Replace("{\"iss\"", "{\"sub\":\"dog\",\"iss\"", StringComparison.Ordinal), Differences.Duplicates),
            ("duplicate that is wrong", header, claims[..^1] + ",\"aud\":\"other\"}", null),
            ("duplicate inside", header, claims[..^1] + ",\"a\":{\"b\":1,\"b\":1}}", Differences.Duplicates),
            ("duplicate kid", header[..^1] + ",\"kid\":\"first\"}", claims, Differences.Duplicates),
            ("duplicate alg, the last is none", header[..^1] + ",\"alg\":\"none\"}", claims, null),
            ("duplicate alg, the last is RS256", header.Replace("{\"alg\"", "{\"alg\":\"none\",\"alg\"", StringComparison.Ordinal), claims, Differences.Duplicates),
            ("half a character", header, claims[..^1] + ",\"a\":\"\\ud83d\"}", Differences.StrictText),
            ("claims are a list", header, $"[{claims}]", null), ("claims are a text", header, "\"x\"", null),
            ("claims are null", header, "null", null), ("claims are empty", header, "{}", null),
            ("header is null", "null", claims, null), ("header is empty", "{}", claims, null),
            ("trailing comma", header, claims[..^1] + ",}", null), ("comment", header, claims[..^1] + "/**/}", null),
            ("single quotes", header, claims.Replace('"', '\''), null), ("cut off", header, claims[..^1], null),
            ("two objects", header, claims + claims, null), ("byte order mark", header, "\uFEFF" + claims, null),
            ("hexadecimal", header, claims[..^1] + ",\"a\":0x10}", null), ("leading zero", header, claims[..^1] + ",\"a\":01}", null),
            ("control character", header, claims[..^1] + ",\"a\":\"\u0001\"}", null), ("NaN", header, claims[..^1] + ",\"a\":NaN}", null),
        ];
        return texts.Select(text => new TokenCase(text.Name, TokenMaker.SignText(key, text.Header, text.Claims), text.Difference));
    }

    private static IEnumerable<TokenCase> Bytes(SigningKey key)
    {
        var header = Encoding.UTF8.GetBytes(TokenMaker.Header(key).ToJsonString());
        var claims = TokenMaker.Claims().ToJsonString();
        byte[][] wrong = [[0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF]];
        foreach (var bytes in wrong)
        {
            byte[] text = [.. Encoding.UTF8.GetBytes(claims[..^1] + ",\"a\":\""), .. bytes, .. "\"}"u8];
            yield return new TokenCase(
                $"invalid UTF-8 {Convert.ToHexString(bytes)}",
                TokenMaker.SignParts(key, TokenMaker.Encode(header), TokenMaker.Encode(text)),
                Differences.StrictText);
        }

        // Bits behind the last byte that decoders throw away: the same claims under several texts.
        var padded = Encoding.UTF8.GetBytes(claims + new string(' ', (4 - (claims.Length % 3)) % 3));
        var encoded = TokenMaker.Encode(padded);
        var last = encoded[^1];
        yield return new TokenCase(
            "bits behind the end",
            TokenMaker.SignParts(key, TokenMaker.Encode(header), encoded[..^1] + (char)(last + 1)),
            Differences.StrictBase64);

        var token = TokenMaker.Sign(key);
        yield return new TokenCase("bits behind the signature", token[..^1] + (char)(token[^1] + 1), Differences.StrictBase64);
    }

    private static IEnumerable<TokenCase> Sizes(SigningKey key)
    {
        foreach (var (name, length, difference) in new[] { ("large", 4000, null), ("too large", 8000, Differences.Limits) })
        {
            var claims = TokenMaker.Claims();
            claims["a"] = new string('a', length);
            yield return new TokenCase(name, TokenMaker.Sign(key, claims), difference);
        }

        var text = TokenMaker.Claims().ToJsonString()[..^1];
        var header = TokenMaker.Header(key).ToJsonString();
        var deep = $"{text},\"a\":{new string('[', 100)}{new string(']', 100)}}}";
        var wide = text + string.Concat(Enumerable.Range(0, 300).Select(index => $",\"a{index}\":0")) + "}";
        yield return new TokenCase("deep", TokenMaker.SignText(key, header, deep), Differences.Limits);
        yield return new TokenCase("wide", TokenMaker.SignText(key, header, wide), Differences.Limits);
    }
}
