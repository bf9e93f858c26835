using FirebaseAuth.Keys;
using FirebaseAuth.Tokens;
using ProxyWasm.Abi;

namespace FirebaseAuth.Signatures;

/// <summary>
/// RS256 by the host function <c>verify_signature</c>, which runs native code; by ours where the host does not have it or
/// does not answer the question.
/// </summary>
internal sealed class HostSignatureCheck : ISignatureCheck
{
    private const int LargestRest = 2048;

    private readonly ManagedSignatureCheck _managed = new();
    private readonly byte[] _argument = new byte[TokenText.MaxLength + LargestRest];
    private bool _isMissing;
    private int _length;

    public bool IsValid(RsaKey key, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        // The length is checked here too, for a host may be laxer.
        if (signature.Length != key.Length)
        {
            return false;
        }

        if (!_isMissing)
        {
            Write(key, text, signature);
            var status = ForeignFunctions.Call("verify_signature", _argument.AsSpan(0, _length), out var result);
            if (status == Status.Ok && TryRead(result, out var isValid))
            {
                return isValid;
            }

            _isMissing = status is Status.NotFound or Status.Unimplemented;
        }

        return _managed.IsValid(key, text, signature);
    }

    // VerifySignatureArguments: 1 hash function, 2 public key, 3 signature, 4 text.
    private void Write(RsaKey key, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        _length = 0;
        Field(1, "sha256"u8);
        Field(2, key.Information);
        Field(3, signature);
        Field(4, text);
    }

    private void Field(int number, ReadOnlySpan<byte> value)
    {
        _argument[_length++] = (byte)((number << 3) | 2);
        var length = value.Length;
        for (; length >= 0x80; length >>= 7)
        {
            _argument[_length++] = (byte)(length | 0x80);
        }

        _argument[_length++] = (byte)length;
        value.CopyTo(_argument.AsSpan(_length));
        _length += value.Length;
    }

    // VerifySignatureResult: 1 the result, 2 an error. A result of false is not written; an error is no verdict.
    private static bool TryRead(ReadOnlySpan<byte> result, out bool isValid)
    {
        isValid = result.SequenceEqual("\x08\x01"u8);
        return isValid || result.IsEmpty || result.SequenceEqual("\x08\x00"u8);
    }
}
