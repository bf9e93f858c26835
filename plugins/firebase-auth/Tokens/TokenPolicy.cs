using ProxyWasm.Sdk.Text;

namespace FirebaseAuth.Tokens;

/// <summary>What a token must say to be accepted.</summary>
internal sealed class TokenPolicy
{
    public const long DefaultSkew = 60;
    public const long MaxSkew = 300;

    /// <summary>For the users of one Firebase project, by its id.</summary>
    public TokenPolicy(string projectId, TokenKind kind)
    {
        Kind = kind;
        Audience = Utf8Text.Encode(projectId);
        var issuer = kind == TokenKind.SessionCookie
            ? "https://session.firebase.google.com/"
            : "https://securetoken.google.com/";
        Issuer = Utf8Text.Encode(issuer + projectId);
    }

    public TokenKind Kind { get; }

    public byte[] Audience { get; }

    public byte[] Issuer { get; }

    /// <summary>By how many seconds clocks may differ, 0 to 300.</summary>
    public long Skew { get; init; } = DefaultSkew;

    /// <summary>How many seconds ago the user may have signed in, 0 for no limit.</summary>
    public long MaxSignInAge { get; init; }

    public TenantRule TenantRule { get; init; }

    public byte[][] Tenants { get; init; } = [];

    /// <summary>The sign-in providers that are let in, all when there are none.</summary>
    public byte[][] Providers { get; init; } = [];

    public RequiredClaim[] RequiredClaims { get; init; } = [];
}
