namespace FirebaseAuth.Tokens;

/// <summary>How verdicts are called in metrics, logs and answers.</summary>
internal static class Verdicts
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)Verdict.LookupFailed + 1;

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Granted => "granted",
        Verdict.Missing => "missing",
        Verdict.TooLong => "too_long",
        Verdict.Malformed => "malformed",
        Verdict.Algorithm => "algorithm",
        Verdict.Key => "key",
        Verdict.UnknownKey => "unknown_key",
        Verdict.Issuer => "issuer",
        Verdict.Audience => "audience",
        Verdict.Subject => "subject",
        Verdict.Expired => "expired",
        Verdict.Time => "time",
        Verdict.SignInAge => "sign_in_age",
        Verdict.Tenant => "tenant",
        Verdict.Provider => "provider",
        Verdict.Claim => "claim",
        Verdict.Signature => "signature",
        Verdict.NoKeys => "no_keys",
        Verdict.Revoked => "revoked",
        Verdict.Disabled => "disabled",
        _ => "lookup_failed",
    };

    /// <summary>It is not the token's fault: another attempt may bring another verdict.</summary>
    public static bool IsOurFault(Verdict verdict) => verdict is Verdict.NoKeys or Verdict.LookupFailed;
}
