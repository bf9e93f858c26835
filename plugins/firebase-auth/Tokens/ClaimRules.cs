using FirebaseAuth.Json;

namespace FirebaseAuth.Tokens;

/// <summary>Judges the claims of a token, all but the signature.</summary>
internal static class ClaimRules
{
    public const int MaxSubjectLength = 128;

    public static Verdict Check(JsonDocument claims, TokenPolicy policy, long now)
    {
        var verdict = CheckIdentity(claims, policy);
        if (verdict == Verdict.Granted)
        {
            verdict = CheckTimes(claims, policy, now);
        }

        return verdict == Verdict.Granted ? CheckWishes(claims, policy) : verdict;
    }

    private static Verdict CheckIdentity(JsonDocument claims, TokenPolicy policy)
    {
        if (!claims.TryText(JsonDocument.Root, "iss"u8, out var issuer) || !issuer.SequenceEqual(policy.Issuer))
        {
            return Verdict.Issuer;
        }

        if (!claims.TryText(JsonDocument.Root, "aud"u8, out var audience) || !audience.SequenceEqual(policy.Audience))
        {
            return Verdict.Audience;
        }

        return claims.TryText(JsonDocument.Root, "sub"u8, out var subject)
            && Utf16Length(subject) is > 0 and <= MaxSubjectLength
                ? Verdict.Granted
                : Verdict.Subject;
    }

    private static Verdict CheckTimes(JsonDocument claims, TokenPolicy policy, long now)
    {
        if (!TryTime(claims, "exp"u8, out var expires) || expires + policy.Skew <= now)
        {
            return Verdict.Expired;
        }

        var latest = now + policy.Skew;
        if (!TryTime(claims, "iat"u8, out var issued) || issued > latest
            || !TryTime(claims, "auth_time"u8, out var signedIn)
            || signedIn > latest || signedIn > issued + policy.Skew)
        {
            return Verdict.Time;
        }

        if (claims.Find(JsonDocument.Root, "nbf"u8) != JsonDocument.None
            && (!TryTime(claims, "nbf"u8, out var begins) || begins > latest))
        {
            return Verdict.Time;
        }

        return policy.MaxSignInAge > 0 && signedIn + policy.MaxSignInAge + policy.Skew <= now
            ? Verdict.SignInAge
            : Verdict.Granted;
    }

    private static Verdict CheckWishes(JsonDocument claims, TokenPolicy policy)
    {
        var firebase = claims.Find(JsonDocument.Root, "firebase"u8);
        if (!IsTenantWelcome(claims, firebase, policy))
        {
            return Verdict.Tenant;
        }

        if (policy.Providers.Length > 0
            && !(claims.TryText(firebase, "sign_in_provider"u8, out var provider)
                && Contains(policy.Providers, provider)))
        {
            return Verdict.Provider;
        }

        foreach (var claim in policy.RequiredClaims)
        {
            if (!Has(claims, claim))
            {
                return Verdict.Claim;
            }
        }

        return Verdict.Granted;
    }

    private static bool IsTenantWelcome(JsonDocument claims, int firebase, TokenPolicy policy)
    {
        if (claims.Find(firebase, "tenant"u8) == JsonDocument.None)
        {
            return policy.TenantRule != TenantRule.Listed;
        }

        return claims.TryText(firebase, "tenant"u8, out var tenant) && !tenant.IsEmpty
            && (policy.TenantRule == TenantRule.Any
                || (policy.TenantRule == TenantRule.Listed && Contains(policy.Tenants, tenant)));
    }

    private static bool Has(JsonDocument claims, RequiredClaim claim)
    {
        var node = claims.Find(JsonDocument.Root, claim.Name);
        if (claims.Kind(node) != JsonKind.Array)
        {
            return IsValue(claims, node, claim);
        }

        for (var element = claims.First(node); element != JsonDocument.None; element = claims.After(element, node))
        {
            if (IsValue(claims, element, claim))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsValue(JsonDocument claims, int node, RequiredClaim claim) =>
        node != JsonDocument.None && claims.Kind(node) is not (JsonKind.Object or JsonKind.Array)
        && (claims.Kind(node) == JsonKind.String) == claim.IsText && claims.Text(node).SequenceEqual(claim.Value);

    private static bool Contains(byte[][] list, ReadOnlySpan<byte> text)
    {
        foreach (var element in list)
        {
            if (text.SequenceEqual(element))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryTime(JsonDocument claims, ReadOnlySpan<byte> name, out long seconds)
    {
        var node = claims.Find(JsonDocument.Root, name);
        seconds = 0;
        return claims.Kind(node) == JsonKind.Number && JsonNumber.TryInteger(claims.Text(node), out seconds);
    }

    // The length of valid text as other languages count it.
    private static int Utf16Length(ReadOnlySpan<byte> text)
    {
        var units = 0;
        foreach (var part in text)
        {
            units += part >= 0xF0 ? 2 : (part & 0xC0) == 0x80 ? 0 : 1;
        }

        return units;
    }
}
