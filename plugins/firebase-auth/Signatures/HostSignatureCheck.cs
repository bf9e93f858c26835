using FirebaseAuth.Keys;

namespace FirebaseAuth.Signatures;

/// <summary>
/// RS256 by the host, which runs native code; by ours where the host does not offer that or does not take the key.
/// </summary>
internal sealed class HostSignatureCheck : ISignatureCheck
{
    private readonly ManagedSignatureCheck _managed = new();
    private bool _isMissing;

    public bool IsValid(RsaKey key, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        // The length is checked here too, for a host may be laxer.
        if (signature.Length != key.Length)
        {
            return false;
        }

        var verdict = _isMissing
            ? SignatureVerdict.NotOffered
            : ForeignFunctions.VerifySignature("sha256"u8, key.Information, text, signature);
        _isMissing = verdict == SignatureVerdict.NotOffered;
        return verdict is SignatureVerdict.NotOffered or SignatureVerdict.Refused
            ? _managed.IsValid(key, text, signature)
            : verdict == SignatureVerdict.Valid;
    }
}
