using System.Text.Json.Nodes;
using FirebaseAuth.Tokens;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>Tokens whose times are off, by seconds around every border and by other types than integers.</summary>
internal static class TimeCases
{
    private const long Now = TokenMaker.Now;
    private const long Skew = TokenPolicy.DefaultSkew;

    public static IEnumerable<TokenCase> All(SigningKey key) =>
        Cases().Select(one => new TokenCase($"{one.Name} is {Text(one.Value)}", With(key, one.Name, one.Value), one.Difference));

    private static IEnumerable<(string Name, JsonNode? Value, string? Difference)> Cases()
    {
        foreach (var offset in new long[] { -1_000_000, -3600, -301, -61, -Skew, -59, -30, -1, 0, 1, 30, 60, 86_400 })
        {
            yield return ("exp", Now + offset, offset is > -Skew and <= 0 ? Differences.ClockSkew : null);
        }

        foreach (var offset in new long[] { -86_400, -1, 0, 1, 59, 60, 61, 300, 301, 3600 })
        {
            yield return ("iat", Now + offset, IssuedAt(offset));
            yield return ("nbf", Now + offset, offset is > 0 and <= Skew ? Differences.ClockSkew : null);
            yield return ("auth_time", Now + offset, offset > -300 + Skew ? Differences.AuthTime : null);
        }

        foreach (var value in Odd())
        {
            yield return ("iat", value?.DeepClone(), Differences.ExactTimes);
            yield return ("auth_time", value?.DeepClone(), Differences.AuthTime);
        }

        // What is no number at all, firebase-admin refuses for exp and nbf.
        foreach (var value in Odd().Where(value => value?.GetValueKind() is not System.Text.Json.JsonValueKind.Number))
        {
            yield return ("exp", value?.DeepClone(), null);
            yield return ("nbf", value?.DeepClone(), null);
        }

        yield return ("exp", Now + 100.5, Differences.ExactTimes);
        yield return ("exp", 1e17, Differences.ExactTimes);
        yield return ("exp", 9_007_199_254_740_991, null);
        yield return ("exp", 9_007_199_254_740_992, Differences.ExactTimes);
        yield return ("exp", -1, null);
        yield return ("exp", 0, null);
        yield return ("nbf", Now - 100.5, Differences.ExactTimes);
        yield return ("nbf", -5, Differences.ExactTimes);
    }

    private static string? IssuedAt(long offset) => offset switch
    {
        > Skew => Differences.IssuedInFuture,
        < -600 - Skew => Differences.AuthTime,
        _ => null,
    };

    private static IEnumerable<JsonNode?> Odd() =>
        [null, "1764000000", true, new JsonArray(Now), new JsonObject(), -1, 0.5, 1e17, 18_446_744_073_709_551_615];

    private static string With(SigningKey key, string name, JsonNode? value)
    {
        var claims = TokenMaker.Claims();
        claims[name] = value;
        return TokenMaker.Sign(key, claims);
    }

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
