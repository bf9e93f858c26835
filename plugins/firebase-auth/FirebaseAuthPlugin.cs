using FirebaseAuth.Accounts;
using FirebaseAuth.Configuration;
using FirebaseAuth.Keys;
using FirebaseAuth.Requests;
using FirebaseAuth.Signatures;
using FirebaseAuth.Tokens;
using ProxyWasm.Sdk.Text;

namespace FirebaseAuth;

/// <summary>Lets users of a Firebase project in, and tells the upstream who they are.</summary>
[Plugin]
internal sealed class FirebaseAuthPlugin : Plugin<FirebaseAuthConfig>
{
    private const string IdTokenKeys = "/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com";
    private const string SessionKeys = "/identitytoolkit/v3/relyingparty/publicKeys";

    private bool _isDevelopment;

    /// <summary>The settings, as filters see them.</summary>
    public FirebaseAuthConfig Settings => Config;

    public ClaimHeaders Headers { get; private set; } = null!;

    public Denials Denials { get; private set; } = null!;

    /// <summary>For tokens in <c>Authorization</c>.</summary>
    public Gate Bearers { get; private set; } = null!;

    /// <summary>For session cookies; null when they are not accepted.</summary>
    public Gate? Sessions { get; private set; }

    public byte[] CookieName { get; private set; } = [];

    /// <summary>Null when nobody asks whether users were disabled.</summary>
    public AccountLookup? Accounts { get; private set; }

    protected override bool OnVmStart(ReadOnlySpan<byte> configuration)
    {
        _isDevelopment = configuration.SequenceEqual("development"u8);
        return true;
    }

    protected override bool OnConfigured()
    {
        if (ConfigRules.Problem(Config, _isDevelopment) is { Length: > 0 } problem)
        {
            Log.Critical(problem);
            return false;
        }

        Headers = new ClaimHeaders(Config.HeaderPrefix, Config.Claims);
        Denials = new Denials(Config.ProjectId);
        if (Config.Emulator)
        {
            Log.Warn("tokens of the Firebase emulator are accepted: anyone can sign in as anybody");
        }

        Bearers = Config.Emulator
            ? new Gate(Verifier(TokenKind.EmulatorToken), new VerifiedTokens(0))
            : Open(TokenKind.IdToken, Config.Keys, IdTokenKeys);
        if (Config.Session is { } session)
        {
            CookieName = Utf8Text.Encode(session.Cookie);
            Sessions = Open(TokenKind.SessionCookie, session.Keys, SessionKeys);
        }

        Accounts = Config.Revocation is { } revocation ? new AccountLookup(revocation) : null;
        return true;
    }

    protected override HttpFilter CreateHttpFilter() => new FirebaseAuthFilter(this);

    private Gate Open(TokenKind kind, KeyServerConfig server, string googlePath)
    {
        var known = new VerifiedTokens(Config.CachedTokens);
        var source = new KeySource(this, server, googlePath, known.KeepSignedWith);
        _ = source.KeepAsync();
        return new Gate(Verifier(kind), known) { Source = source };
    }

    private TokenVerifier Verifier(TokenKind kind) => new(Policy(kind), new HostSignatureCheck(), Headers);

    private TokenPolicy Policy(TokenKind kind) => new(Config.ProjectId, kind)
    {
        Skew = Config.SkewSeconds,
        MaxSignInAge = Config.MaxSignInAgeSeconds,
        TenantRule = Config.Tenants switch
        {
            [] => TenantRule.None,
            ["*"] => TenantRule.Any,
            _ => TenantRule.Listed,
        },
        Tenants = Bytes(Config.Tenants),
        Providers = Bytes(Config.Providers),
        RequiredClaims = Claims(Config.RequiredClaims),
    };

    private static RequiredClaim[] Claims(RequiredClaimConfig[] configs)
    {
        var claims = new RequiredClaim[configs.Length];
        for (var index = 0; index < claims.Length; index++)
        {
            var config = configs[index];
            claims[index] = new RequiredClaim(
                Utf8Text.Encode(config.Name), Utf8Text.Encode(config.Value), config.IsText);
        }

        return claims;
    }

    private static byte[][] Bytes(string[] texts)
    {
        var list = new byte[texts.Length][];
        for (var index = 0; index < list.Length; index++)
        {
            list[index] = Utf8Text.Encode(texts[index]);
        }

        return list;
    }
}
