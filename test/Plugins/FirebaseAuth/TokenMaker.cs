using System.Text;
using System.Text.Json.Nodes;

namespace Plugins.Tests.FirebaseAuth;

/// <summary>Makes tokens as Google does, and others that only nearly look so.</summary>
internal static class TokenMaker
{
    public const string Project = "wild-gate-1";
    public const long Now = 1_764_000_000;

    public static JsonObject Header(SigningKey key) => new() { ["alg"] = "RS256", ["kid"] = key.Id, ["typ"] = "JWT" };

    public static JsonObject Claims(long now = Now) => new()
    {
        ["iss"] = $"https://securetoken.google.com/{Project}",
        ["aud"] = Project,
        ["auth_time"] = now - 600,
        ["user_id"] = "cat-7",
        ["sub"] = "cat-7",
        ["iat"] = now - 300,
        ["exp"] = now + 3300,
        ["email"] = "cat@example.com",
        ["email_verified"] = true,
        ["firebase"] = new JsonObject
        {
            ["identities"] = new JsonObject { ["email"] = new JsonArray("cat@example.com") },
            ["sign_in_provider"] = "password",
        },
    };

    public static JsonObject CookieClaims(long now = Now)
    {
        var claims = Claims(now);
        claims["iss"] = $"https://session.firebase.google.com/{Project}";
        return claims;
    }

    public static string Sign(SigningKey key, JsonObject? claims = null, JsonObject? header = null) =>
        SignText(key, (header ?? Header(key)).ToJsonString(), (claims ?? Claims()).ToJsonString());

    public static string SignText(SigningKey key, string header, string claims) =>
        SignParts(key, Encode(Encoding.UTF8.GetBytes(header)), Encode(Encoding.UTF8.GetBytes(claims)));

    public static string SignParts(SigningKey key, string header, string claims) =>
        $"{header}.{claims}.{Encode(key.Sign($"{header}.{claims}"))}";

    public static string Unsigned(JsonObject? claims = null, string header = """{"alg":"none","typ":"JWT"}""") =>
        $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes((claims ?? Claims()).ToJsonString()))}.";

    /// <summary>base64url without padding.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
