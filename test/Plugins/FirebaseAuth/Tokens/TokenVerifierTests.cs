using System.Text;
using System.Text.Json.Nodes;
using FirebaseAuth.Signatures;
using FirebaseAuth.Tokens;

namespace Plugins.Tests.FirebaseAuth.Tokens;

/// <summary>What the configuration can ask of tokens; what everybody asks of them is tested against firebase-admin.</summary>
public sealed class TokenVerifierTests(KeyFixture keys) : IClassFixture<KeyFixture>
{
    private static TokenPolicy Policy => new(TokenMaker.Project, TokenKind.IdToken);

    [Theory]
    [InlineData(null, "shop", Verdict.Tenant)]
    [InlineData(null, null, Verdict.Granted)]
    [InlineData("shop,club", "shop", Verdict.Granted)]
    [InlineData("shop,club", "club", Verdict.Granted)]
    [InlineData("shop,club", "SHOP", Verdict.Tenant)]
    [InlineData("shop,club", null, Verdict.Tenant)]
    [InlineData("*", "shop", Verdict.Granted)]
    [InlineData("*", null, Verdict.Granted)]
    [InlineData("*", "", Verdict.Tenant)]
    internal void Tenants_are_let_in_as_configured(string? rule, string? tenant, Verdict expected)
    {
        var policy = new TokenPolicy(TokenMaker.Project, TokenKind.IdToken)
        {
            TenantRule = rule switch { null => TenantRule.None, "*" => TenantRule.Any, _ => TenantRule.Listed },
            Tenants = [.. (rule ?? "").Split(',').Select(Encoding.UTF8.GetBytes)],
        };
        var claims = TokenMaker.Claims();
        if (tenant is not null)
        {
            claims["firebase"]!["tenant"] = tenant;
        }

        Assert.Equal(expected, Verify(policy, claims));
    }

    [Fact]
    public void Sign_in_providers_are_let_in_as_configured()
    {
        Assert.Equal(Verdict.Granted, Verify(With(["password"u8.ToArray()]), TokenMaker.Claims()));
        Assert.Equal(Verdict.Provider, Verify(With(["google.com"u8.ToArray()]), TokenMaker.Claims()));
        var claims = TokenMaker.Claims();
        claims.Remove("firebase");
        Assert.Equal(Verdict.Provider, Verify(With(["password"u8.ToArray()]), claims));

        static TokenPolicy With(byte[][] providers) => new(TokenMaker.Project, TokenKind.IdToken) { Providers = providers };
    }

    [Theory]
    [InlineData("true", "true", false, Verdict.Granted)]
    [InlineData("false", "true", false, Verdict.Claim)]
    [InlineData("\"true\"", "true", false, Verdict.Claim)]
    [InlineData("\"admin\"", "admin", true, Verdict.Granted)]
    [InlineData("[\"cook\",\"admin\"]", "admin", true, Verdict.Granted)]
    [InlineData("[\"cook\"]", "admin", true, Verdict.Claim)]
    [InlineData("{\"admin\":true}", "admin", true, Verdict.Claim)]
    [InlineData("3", "3", false, Verdict.Granted)]
    [InlineData(null, "admin", true, Verdict.Claim)]
    internal void Claims_are_required_as_configured(string? found, string value, bool isText, Verdict expected)
    {
        var policy = new TokenPolicy(TokenMaker.Project, TokenKind.IdToken)
        {
            RequiredClaims = [new RequiredClaim("role"u8.ToArray(), Encoding.UTF8.GetBytes(value), isText)],
        };
        var claims = TokenMaker.Claims();
        if (found is not null)
        {
            claims["role"] = JsonNode.Parse(found);
        }

        Assert.Equal(expected, Verify(policy, claims));
    }

    [Theory]
    [InlineData(600 - 60, Verdict.SignInAge)]
    [InlineData(600 - 59, Verdict.Granted)]
    [InlineData(0, Verdict.Granted)]
    internal void Sign_ins_may_be_of_an_age_only(long seconds, Verdict expected) =>
        Assert.Equal(
            expected,
            Verify(new TokenPolicy(TokenMaker.Project, TokenKind.IdToken) { MaxSignInAge = seconds }, TokenMaker.Claims()));

    [Theory]
    [InlineData(0, 0, Verdict.Expired)]
    [InlineData(0, 1, Verdict.Granted)]
    [InlineData(300, -300, Verdict.Expired)]
    [InlineData(300, -299, Verdict.Granted)]
    internal void The_skew_is_configurable(long skew, long expires, Verdict expected)
    {
        var claims = TokenMaker.Claims();
        claims["exp"] = TokenMaker.Now + expires;
        Assert.Equal(expected, Verify(new TokenPolicy(TokenMaker.Project, TokenKind.IdToken) { Skew = skew }, claims));
    }

    [Fact]
    public void Emulator_tokens_are_unsigned_and_nothing_else()
    {
        var policy = new TokenPolicy(TokenMaker.Project, TokenKind.EmulatorToken);

        Assert.Equal(Verdict.Granted, Verify(policy, TokenMaker.Unsigned()));
        Assert.Equal(Verdict.Malformed, Verify(policy, TokenMaker.Unsigned() + "."));
        Assert.Equal(Verdict.Algorithm, Verify(policy, TokenMaker.Unsigned() + "AA"));
        Assert.Equal(Verdict.Algorithm, Verify(policy, TokenMaker.Sign(keys.First)));
        Assert.Equal(Verdict.Algorithm, Verify(Policy, TokenMaker.Unsigned()));
    }

    [Fact]
    public void Without_keys_nobody_is_let_in()
    {
        var token = Encoding.UTF8.GetBytes(TokenMaker.Sign(keys.First));
        Assert.Equal(Verdict.NoKeys, Verifier(Policy).Verify(token, TokenMaker.Now, null, out var verified));
        Assert.Null(verified);
        Assert.Equal(Verdict.UnknownKey, Verifier(Policy).Verify(token, TokenMaker.Now, SigningKey.Set(keys.Second), out _));
    }

    [Fact]
    public void Verified_tokens_are_found_until_they_end()
    {
        var cache = new VerifiedTokens(16);
        var token = Verified(TokenMaker.Claims());
        cache.Add(token);

        Assert.Same(token, cache.Find(token.Text, TokenMaker.Now));
        Assert.Same(token, cache.Find(token.Text, TokenMaker.Now + 3300 + 59));
        Assert.Null(cache.Find(token.Text, TokenMaker.Now + 3300 + 60));
        Assert.Null(cache.Find([.. token.Text, (byte)'A'], TokenMaker.Now));
        Assert.Null(cache.Find([], TokenMaker.Now));
    }

    [Fact]
    public void A_withdrawn_key_takes_its_tokens_along()
    {
        var cache = new VerifiedTokens(16);
        var token = Verified(TokenMaker.Claims());
        cache.Add(token);

        cache.KeepSignedWith(SigningKey.Set(keys.First, keys.Second));
        Assert.NotNull(cache.Find(token.Text, TokenMaker.Now));
        cache.KeepSignedWith(SigningKey.Set(keys.Second));
        Assert.Null(cache.Find(token.Text, TokenMaker.Now));
    }

    [Fact]
    public void The_cache_has_as_much_room_as_configured()
    {
        var tokens = Enumerable.Range(0, 40).Select(index =>
        {
            var claims = TokenMaker.Claims();
            claims["sub"] = $"cat-{index}";
            claims["exp"] = TokenMaker.Now + 100 + index;
            return Verified(claims);
        }).ToList();
        var cache = new VerifiedTokens(8);
        var none = new VerifiedTokens(0);
        foreach (var token in tokens)
        {
            cache.Add(token);
            none.Add(token);
        }

        Assert.InRange(tokens.Count(token => cache.Find(token.Text, TokenMaker.Now) is not null), 4, 8);
        Assert.NotNull(cache.Find(tokens[^1].Text, TokenMaker.Now));
        Assert.All(tokens, token => Assert.Null(none.Find(token.Text, TokenMaker.Now)));
    }

    [Fact]
    public void The_upstream_is_told_who_the_user_is_in_printable_characters()
    {
        var claims = TokenMaker.Claims();
        claims["sub"] = "a\r\nx: é,%";
        claims["firebase"]!["tenant"] = "shop";
        claims["roles"] = new JsonArray("", "a,b", 1, true, null);
        claims["address"] = new JsonObject();
        var policy = new TokenPolicy(TokenMaker.Project, TokenKind.IdToken) { TenantRule = TenantRule.Any };
        var verifier = new TokenVerifier(
            policy, new ManagedSignatureCheck(), new ClaimHeaders("x-firebase-", ["email_verified", "roles", "address", "other"]));
        var token = Encoding.UTF8.GetBytes(TokenMaker.Sign(keys.First, claims));

        verifier.Verify(token, TokenMaker.Now, SigningKey.Set(keys.First), out var verified);

        Assert.Equal(
            [
                "x-firebase-uid=a%0D%0Ax:%20%C3%A9%2C%25", "x-firebase-tenant=shop", "x-firebase-email-verified=true",
                "x-firebase-roles=,a%2Cb,1,true,null",
            ],
            verified!.Headers.Select(header => $"{Encoding.UTF8.GetString(header.Name)}={Encoding.UTF8.GetString(header.Value)}"));
    }

    [Theory]
    [InlineData("x-firebase-uid", true)]
    [InlineData("X-Firebase-Uid", true)]
    [InlineData("x_firebase_uid", true)]
    [InlineData("x-firebase-anything", true)]
    [InlineData("x-firebase", false)]
    [InlineData("x-firebases", false)]
    [InlineData("authorization", false)]
    public void Headers_of_ours_are_known_however_they_are_written(string name, bool expected) =>
        Assert.Equal(expected, new ClaimHeaders("x-firebase-", []).IsOurs(Encoding.UTF8.GetBytes(name)));

    private static TokenVerifier Verifier(TokenPolicy policy) =>
        new(policy, new ManagedSignatureCheck(), new ClaimHeaders("x-firebase-", []));

    private Verdict Verify(TokenPolicy policy, JsonObject claims) => Verify(policy, TokenMaker.Sign(keys.First, claims));

    private Verdict Verify(TokenPolicy policy, string token) =>
        Verifier(policy).Verify(Encoding.UTF8.GetBytes(token), TokenMaker.Now, SigningKey.Set(keys.First), out _);

    private VerifiedToken Verified(JsonObject claims)
    {
        var token = Encoding.UTF8.GetBytes(TokenMaker.Sign(keys.First, claims));
        Verifier(Policy).Verify(token, TokenMaker.Now, SigningKey.Set(keys.First), out var verified);
        return verified!;
    }
}
