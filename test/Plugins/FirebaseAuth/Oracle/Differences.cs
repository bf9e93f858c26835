namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>
/// The ways in which our verdict differs from that of firebase-admin. The README of the plugin has a row for each.
/// </summary>
internal static class Differences
{
    public const string ClockSkew = "clock-skew";
    public const string IssuedInFuture = "issued-in-future";
    public const string AuthTime = "auth-time";
    public const string ExactTimes = "exact-times";
    public const string NoExpiry = "no-expiry";
    public const string KeyId = "key-id";
    public const string Critical = "critical";
    public const string Duplicates = "duplicates";
    public const string StrictBase64 = "strict-base64";
    public const string StrictText = "strict-text";
    public const string Limits = "limits";
    public const string Tenant = "tenant";
    public const string NoSubject = "no-subject";

    /// <summary>Only for these may a token that firebase-admin refuses be granted.</summary>
    public static IReadOnlyList<string> Laxer { get; } = [ClockSkew];

    public static IReadOnlyList<string> Stricter { get; } =
    [
        IssuedInFuture, AuthTime, ExactTimes, NoExpiry, KeyId, Critical, Duplicates, StrictBase64, StrictText, Limits, Tenant,
        NoSubject,
    ];
}
