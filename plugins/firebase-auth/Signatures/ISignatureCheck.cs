using FirebaseAuth.Keys;

namespace FirebaseAuth.Signatures;

/// <summary>Says whether a signature is one of RSASSA-PKCS1-v1_5 with SHA-256 (RS256).</summary>
internal interface ISignatureCheck
{
    bool IsValid(RsaKey key, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature);
}
