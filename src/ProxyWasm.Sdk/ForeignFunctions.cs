using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk;

/// <summary>Functions that a host offers beyond the ABI.</summary>
public static class ForeignFunctions
{
    /// <summary>Calls a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="argument">Its argument; what it means is the function's affair.</param>
    /// <param name="result">Valid until the callback ends or something is awaited.</param>
    /// <returns><see cref="Status.NotFound"/> when the host has no such function, else what it answers.</returns>
    public static Status Call(string name, scoped ReadOnlySpan<byte> argument, out ReadOnlySpan<byte> result) =>
        Hostcalls.CallForeignFunction(Utf8Text.Encode(name), argument, out result);

    /// <summary>
    /// Verifies a signature in native code: RSA (PKCS #1 v1.5) or ECDSA (in DER), by <c>verify_signature</c> of Envoy.
    /// </summary>
    /// <param name="hash">Name of the hash function, such as <c>sha256</c>.</param>
    /// <param name="publicKey">The key, a SubjectPublicKeyInfo in DER.</param>
    /// <param name="text">What is signed.</param>
    /// <param name="signature">The signature.</param>
    /// <remarks>Nothing is allocated for what fits into 4 KiB.</remarks>
    public static SignatureVerdict VerifySignature(
        ReadOnlySpan<byte> hash, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        // VerifySignatureArguments: 1 hash function, 2 public key, 3 signature, 4 text.
        var argument = new TextBuffer(stackalloc byte[4096]);
        AppendField(ref argument, 1, hash);
        AppendField(ref argument, 2, publicKey);
        AppendField(ref argument, 3, signature);
        AppendField(ref argument, 4, text);
        switch (Hostcalls.CallForeignFunction("verify_signature"u8, argument.Written, out var result))
        {
            case Status.Ok:
                // VerifySignatureResult: 1 the result, first and only when it is true; 2 why it is not.
                return result.StartsWith("\x08\x01"u8) ? SignatureVerdict.Valid : SignatureVerdict.Invalid;
            case Status.NotFound or Status.Unimplemented:
                return SignatureVerdict.NotOffered;
            default:
                return SignatureVerdict.Refused;
        }
    }

    // A field of bytes in the encoding of protobuf.
    private static void AppendField(ref TextBuffer message, int number, ReadOnlySpan<byte> value)
    {
        message.Append((byte)((number << 3) | 2));
        var length = value.Length;
        for (; length >= 0x80; length >>= 7)
        {
            message.Append((byte)(length | 0x80));
        }

        message.Append((byte)length);
        message.Append(value);
    }
}
