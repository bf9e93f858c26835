namespace FirebaseAuth.Tokens;

/// <summary>What became of a token. The closed list of reasons in metrics and logs.</summary>
internal enum Verdict
{
    Granted,

    /// <summary>The request carries no token.</summary>
    Missing,

    /// <summary>Longer than 8 KiB.</summary>
    TooLong,

    /// <summary>Not three parts of base64url, or header or claims are not a JSON object.</summary>
    Malformed,

    /// <summary><c>alg</c> is not RS256, or the header demands extensions.</summary>
    Algorithm,

    /// <summary><c>kid</c> is missing, empty, too long or no text.</summary>
    Key,

    /// <summary><c>kid</c> names no key that is known; newer keys may bring another verdict.</summary>
    UnknownKey,

    Issuer,
    Audience,
    Subject,
    Expired,

    /// <summary>
    /// <c>iat</c>, <c>nbf</c> or <c>auth_time</c> is in the future or is no time, or they contradict each other.
    /// </summary>
    Time,

    /// <summary>The user signed in longer ago than the configuration allows.</summary>
    SignInAge,
    Tenant,
    Provider,

    /// <summary>A claim that the configuration requires is missing or another.</summary>
    Claim,
    Signature,

    /// <summary>There are no keys to check with.</summary>
    NoKeys,
    Revoked,
    Disabled,

    /// <summary>Whether the user was disabled or the session revoked could not be found out.</summary>
    LookupFailed,
}
