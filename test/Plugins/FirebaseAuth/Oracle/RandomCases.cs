using System.Text;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>Good tokens with a change somewhere, and random times. The seed is fixed, so that runs can be compared.</summary>
internal static class RandomCases
{
    public const int Seed = 20_250_917;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static IEnumerable<TokenCase> All(SigningKey key)
    {
        var random = new Random(Seed);
        var token = TokenMaker.Sign(key);
        for (var index = 0; index < 100; index++)
        {
            var text = new StringBuilder(token);
            var position = random.Next(token.Length - 1);
            var old = text[position];
            text[position] = old == '.' ? '_' : Alphabet[(Alphabet.IndexOf(old, StringComparison.Ordinal) + 1 + random.Next(63)) % 64];
            yield return new TokenCase($"changed at {position}", text.ToString());
        }

        for (var index = 0; index < 60; index++)
        {
            yield return RandomTimes(key, random, index);
        }
    }

    private static TokenCase RandomTimes(SigningKey key, Random random, int index)
    {
        const long Now = TokenMaker.Now;
        var (expires, issued, signedIn) = (random.Next(-200, 200), random.Next(-200, 200), random.Next(-300, 200));
        var claims = TokenMaker.Claims();
        (claims["exp"], claims["iat"], claims["auth_time"]) = (Now + expires, Now + issued, Now + signedIn);

        var isGoodForAdmin = expires > 0;
        var isGoodForUs = expires > -60 && issued <= 60 && signedIn <= 60 && signedIn <= issued + 60;
        var difference = (isGoodForUs, isGoodForAdmin) switch
        {
            (true, false) => Differences.ClockSkew,
            (false, true) => issued > 60 ? Differences.IssuedInFuture : Differences.AuthTime,
            _ => null,
        };
        return new TokenCase($"times {index}: {expires} {issued} {signedIn}", TokenMaker.Sign(key, claims), difference);
    }
}
