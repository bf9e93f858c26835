using FirebaseAuth.Json;
using FirebaseAuth.Text;

namespace FirebaseAuth.Tokens;

/// <summary>
/// A token taken apart (RFC 7515, compact serialisation). One is reused for one token after the other: what it gives
/// out is valid until the next is read.
/// </summary>
internal sealed class TokenText
{
    public const int MaxLength = 8 * 1024;

    private readonly byte[] _headerText = new byte[Base64.DecodedLength(MaxLength)];
    private readonly byte[] _claimsText = new byte[Base64.DecodedLength(MaxLength)];
    private readonly byte[] _signature = new byte[Base64.DecodedLength(MaxLength)];
    private int _signatureLength;

    public JsonDocument Header { get; } = new();

    public JsonDocument Claims { get; } = new();

    public ReadOnlySpan<byte> Signature => _signature.AsSpan(0, _signatureLength);

    /// <summary>How many bytes at the beginning of the token are signed.</summary>
    public int SignedLength { get; private set; }

    /// <summary>Granted when header and claims are there to be judged.</summary>
    public Verdict Read(ReadOnlySpan<byte> token)
    {
        if (token.Length > MaxLength)
        {
            return Verdict.TooLong;
        }

        var first = token.IndexOf((byte)'.');
        SignedLength = token.LastIndexOf((byte)'.');
        if (first <= 0 || SignedLength <= first + 1)
        {
            return Verdict.Malformed;
        }

        // A further point is no character of base64url.
        var isWellFormed = TryReadObject(token[..first], _headerText, Header)
            && TryReadObject(token[(first + 1)..SignedLength], _claimsText, Claims)
            && Base64.TryDecodeUrl(token[(SignedLength + 1)..], _signature, out _signatureLength);
        return isWellFormed ? Verdict.Granted : Verdict.Malformed;
    }

    private static bool TryReadObject(ReadOnlySpan<byte> part, byte[] text, JsonDocument document) =>
        Base64.TryDecodeUrl(part, text, out var length)
        && document.TryRead(text, length) && document.IsObject(JsonDocument.Root);
}
