using System.Text.Json.Nodes;
using FirebaseAuth.Tokens;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>Tokens that are signed well and say something else than they should.</summary>
internal static class ClaimCases
{
    private const string Issuer = "https://securetoken.google.com/";

    public static IEnumerable<TokenCase> All(SigningKey key)
    {
        yield return new TokenCase("valid", TokenMaker.Sign(key));
        yield return new TokenCase("valid cookie", TokenMaker.Sign(key, TokenMaker.CookieClaims()), Kind: TokenKind.SessionCookie);
        yield return new TokenCase("cookie as ID token", TokenMaker.Sign(key, TokenMaker.CookieClaims()));
        yield return new TokenCase("ID token as cookie", TokenMaker.Sign(key), Kind: TokenKind.SessionCookie);
        foreach (var kind in new[] { TokenKind.IdToken, TokenKind.SessionCookie })
        {
            foreach (var (name, value, difference) in Values())
            {
                var claims = kind == TokenKind.IdToken ? TokenMaker.Claims() : TokenMaker.CookieClaims();
                var title = $"{kind}: {name} is {value?.ToJsonString() ?? "null"}";
                claims[name] = value?.DeepClone();
                yield return new TokenCase(title, TokenMaker.Sign(key, claims), difference, kind);
            }

            foreach (var (name, difference) in Missing())
            {
                var claims = kind == TokenKind.IdToken ? TokenMaker.Claims() : TokenMaker.CookieClaims();
                claims.Remove(name);
                yield return new TokenCase($"{kind}: no {name}", TokenMaker.Sign(key, claims), difference, kind);
            }
        }

        yield return new TokenCase("event without sub", TokenMaker.Sign(key, Event()), Differences.NoSubject);
    }

    private static JsonObject Event()
    {
        var claims = TokenMaker.Claims();
        claims.Remove("sub");
        claims["event_type"] = "beforeSendSms";
        return claims;
    }

    private static IEnumerable<(string, string?)> Missing() =>
    [
        ("iss", null), ("aud", null), ("sub", null), ("exp", Differences.NoExpiry), ("iat", Differences.ExactTimes),
        ("auth_time", Differences.AuthTime), ("user_id", null), ("firebase", null),
    ];

    private static IEnumerable<(string Name, JsonNode? Value, string? Difference)> Values()
    {
        foreach (var wrong in Texts())
        {
            yield return ("aud", wrong?.DeepClone(), null);
            yield return ("iss", wrong?.DeepClone(), null);
        }

        yield return ("iss", Issuer, null);
        yield return ("iss", Issuer + TokenMaker.Project + "/", null);
        yield return ("iss", "http://securetoken.google.com/" + TokenMaker.Project, null);
        yield return ("iss", "https://accounts.google.com", null);
        yield return ("iss", (Issuer + TokenMaker.Project).ToUpperInvariant(), null);
        yield return ("aud", new JsonArray(TokenMaker.Project), null);
        yield return ("aud", new JsonArray(TokenMaker.Project, "other"), null);
        yield return ("sub", "", null);
        yield return ("sub", 7, null);
        yield return ("sub", null, null);
        yield return ("sub", new JsonArray("cat-7"), null);
        yield return ("sub", new string('c', 128), null);
        yield return ("sub", new string('c', 129), null);
        yield return ("sub", new string('é', 128), null);
        yield return ("sub", new string('é', 129), null);
        yield return ("sub", string.Concat(Enumerable.Repeat("🐈", 64)), null);
        yield return ("sub", string.Concat(Enumerable.Repeat("🐈", 64)) + "c", null);
        yield return ("sub", "a\r\nx-admin: 1", null);
        yield return ("firebase", new JsonObject { ["tenant"] = "shop", ["sign_in_provider"] = "password" }, Differences.Tenant);
        yield return ("firebase", new JsonObject { ["tenant"] = null }, Differences.Tenant);
        yield return ("firebase", "text", null);
        yield return ("roles", new JsonArray("admin", 1, null), null);
        yield return ("admin", true, null);
    }

    private static IEnumerable<JsonNode?> Texts() =>
    [
        null, "", "other", 1, true, new JsonObject(), new JsonArray(), " " + TokenMaker.Project, TokenMaker.Project + " ",
        "Wild-Gate-1", "123456789012", TokenMaker.Project + "\0",
    ];
}
