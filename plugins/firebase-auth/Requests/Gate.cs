using FirebaseAuth.Keys;
using FirebaseAuth.Tokens;

namespace FirebaseAuth.Requests;

/// <summary>Lets in who has a good token of one kind.</summary>
internal sealed class Gate(TokenVerifier verifier, VerifiedTokens known)
{
    /// <summary>Where the keys come from; null for tokens that are not signed.</summary>
    public KeySource? Source { get; init; }

    /// <summary>Judges a token with what is known now.</summary>
    public Verdict Check(ReadOnlySpan<byte> token, long now, out VerifiedToken? user)
    {
        user = known.Find(token, now);
        if (user is not null)
        {
            return Verdict.Granted;
        }

        var verdict = verifier.Verify(token, now, Source?.Keys(now), out user);
        if (user is not null)
        {
            known.Add(user);
        }

        return verdict;
    }

    /// <summary>Whether other keys may bring another verdict.</summary>
    public bool MayChange(Verdict verdict) => Source is not null && verdict is Verdict.UnknownKey or Verdict.NoKeys;
}
