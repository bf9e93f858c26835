using FirebaseAuth.Json;
using FirebaseAuth.Keys;
using FirebaseAuth.Signatures;

namespace FirebaseAuth.Tokens;

/// <summary>Verifies tokens of one kind. The cheap rules come first, so that a bad token costs little.</summary>
internal sealed class TokenVerifier(TokenPolicy policy, ISignatureCheck signatures, ClaimHeaders headers)
{
    public const int MaxKeyIdLength = 128;

    private readonly TokenText _text = new();

    /// <summary>Judges a token that was never seen before.</summary>
    /// <param name="token">The token.</param>
    /// <param name="now">Seconds since 1970.</param>
    /// <param name="keys">The keys of Google, null when there are none.</param>
    /// <param name="verified">What is known of the user when the token is good.</param>
    public Verdict Verify(ReadOnlySpan<byte> token, long now, KeySet? keys, out VerifiedToken? verified)
    {
        verified = null;
        var verdict = _text.Read(token);
        if (verdict == Verdict.Granted)
        {
            verdict = CheckHeader();
        }

        if (verdict == Verdict.Granted)
        {
            verdict = ClaimRules.Check(_text.Claims, policy, now);
        }

        RsaKey? key = null;
        if (verdict == Verdict.Granted && policy.Kind != TokenKind.EmulatorToken)
        {
            verdict = CheckSignature(token, keys, out key);
        }

        if (verdict == Verdict.Granted)
        {
            verified = Remember(token, key);
        }

        return verdict;
    }

    private ReadOnlySpan<byte> KeyId => _text.Header.TryText(JsonDocument.Root, "kid"u8, out var id) ? id : default;

    private Verdict CheckHeader()
    {
        var isUnsigned = policy.Kind == TokenKind.EmulatorToken;
        if (!_text.Header.TryText(JsonDocument.Root, "alg"u8, out var algorithm)
            || !algorithm.SequenceEqual(isUnsigned ? "none"u8 : "RS256"u8)
            || _text.Header.Find(JsonDocument.Root, "crit"u8) != JsonDocument.None)
        {
            return Verdict.Algorithm;
        }

        if (isUnsigned)
        {
            return _text.Signature.IsEmpty ? Verdict.Granted : Verdict.Algorithm;
        }

        return KeyId.Length is > 0 and <= MaxKeyIdLength ? Verdict.Granted : Verdict.Key;
    }

    private Verdict CheckSignature(ReadOnlySpan<byte> token, KeySet? keys, out RsaKey? key)
    {
        key = keys?.Find(KeyId);
        if (key is null)
        {
            return keys is null ? Verdict.NoKeys : Verdict.UnknownKey;
        }

        return signatures.IsValid(key, token[.._text.SignedLength], _text.Signature)
            ? Verdict.Granted
            : Verdict.Signature;
    }

    private VerifiedToken Remember(ReadOnlySpan<byte> token, RsaKey? key)
    {
        var validUntil = Time("exp"u8) + policy.Skew;
        var signedInAt = Time("auth_time"u8);
        if (policy.MaxSignInAge > 0)
        {
            validUntil = Math.Min(validUntil, signedInAt + policy.MaxSignInAge + policy.Skew);
        }

        _text.Claims.TryText(JsonDocument.Root, "sub"u8, out var userId);
        return new VerifiedToken
        {
            Text = token.ToArray(),
            UserId = userId.ToArray(),
            ValidUntil = validUntil,
            SignedInAt = signedInAt,
            KeyId = KeyId.ToArray(),
            Key = key,
            Headers = headers.Of(_text.Claims),
        };
    }

    private long Time(ReadOnlySpan<byte> claim)
    {
        JsonNumber.TryInteger(_text.Claims.Text(_text.Claims.Find(JsonDocument.Root, claim)), out var seconds);
        return seconds;
    }
}
