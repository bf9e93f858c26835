using FirebaseAuth.Json;
using FirebaseAuth.Tokens;

namespace FirebaseAuth.Accounts;

/// <summary>What Identity Toolkit says of an account that a token cannot know.</summary>
/// <param name="IsDisabled">The user was locked out.</param>
/// <param name="ValidSince">Sessions that began before this second were revoked.</param>
internal readonly record struct AccountState(bool IsDisabled, long ValidSince)
{
    /// <summary>Reads the answer of <c>accounts:lookup</c>; false when it is not about exactly this user.</summary>
    public static bool TryRead(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> userId, out AccountState state)
    {
        state = default;
        var json = new JsonDocument();
        if (!json.TryRead(answer.ToArray(), answer.Length))
        {
            return false;
        }

        var users = json.Find(JsonDocument.Root, "users"u8);
        if (json.Kind(users) != JsonKind.Array || json.First(users) is var user && user == JsonDocument.None)
        {
            return false;
        }

        long validSince = 0;
        var hasTime = json.TryText(user, "validSince"u8, out var text);
        if (!json.TryText(user, "localId"u8, out var id) || !id.SequenceEqual(userId)
            || json.After(user, users) != JsonDocument.None
            || (hasTime && !JsonNumber.TryInteger(text, out validSince)))
        {
            return false;
        }

        state = new AccountState(json.Kind(json.Find(user, "disabled"u8)) == JsonKind.True, validSince);
        return true;
    }

    /// <summary>
    /// What this means for a token. A refreshed token has a new time of issue, so that of the sign-in is what counts.
    /// </summary>
    public Verdict Judge(VerifiedToken token)
    {
        if (IsDisabled)
        {
            return Verdict.Disabled;
        }

        return token.SignedInAt < ValidSince ? Verdict.Revoked : Verdict.Granted;
    }
}
