using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>
/// The functions <c>verify_signature</c> and <c>sign</c>: RSA (PKCS #1 v1.5) and ECDSA (signature in DER) over SHA-1,
/// SHA-256, SHA-384 or SHA-512. SHA-224 is not part of .NET and answered as an operation that failed.
/// </summary>
internal static class SignatureFunctions
{
    private const int ResultField = 1;

    /// <summary>VerifySignatureArguments: 1 hash, 2 key in DER, 3 signature, 4 text, 5 key in PEM.</summary>
    public static Status Verify(ReadOnlySpan<byte> argument, IBufferWriter<byte> result)
    {
        const int ErrorField = 2;
        ReadOnlySpan<byte> hash = [], der = [], signature = [], text = [], pem = [];
        var reader = new ProtobufReader(argument);
        while (reader.Read())
        {
            _ = Take(ref reader, 2, ref der) || Take(ref reader, 3, ref signature) || Take(ref reader, 4, ref text)
                || Take(ref reader, 5, ref pem) || TakeText(ref reader, 1, ref hash);
        }

        if (reader.IsMalformed || der.IsEmpty == pem.IsEmpty
            || (der.IsEmpty && !SigningKey.TryDecodePem(pem, "PUBLIC KEY", out der))
            || !PublicKeys.TryRead(der, out var key))
        {
            return Status.BadArgument;
        }

        var writer = new ProtobufWriter(result);
        var (isValid, error) = Algorithm(hash) is { } algorithm
            ? key.Verify(text, signature, algorithm)
            : (false, Unsupported(hash));
        writer.Flag(ResultField, isValid);
        writer.Text(ErrorField, error);
        return Status.Ok;
    }

    /// <summary>SignArguments: 1 hash, 2 key in DER, 3 text, 4 key in PEM.</summary>
    public static Status Sign(ReadOnlySpan<byte> argument, IBufferWriter<byte> result)
    {
        const int SignatureField = 2;
        const int ErrorField = 3;
        ReadOnlySpan<byte> hash = [], der = [], text = [], pem = [];
        var reader = new ProtobufReader(argument);
        while (reader.Read())
        {
            _ = Take(ref reader, 2, ref der) || Take(ref reader, 3, ref text) || Take(ref reader, 4, ref pem)
                || TakeText(ref reader, 1, ref hash);
        }

        if (reader.IsMalformed || der.IsEmpty == pem.IsEmpty || !SigningKey.TryReadPrivate(der, pem, out var key))
        {
            return Status.BadArgument;
        }

        using (key)
        {
            var writer = new ProtobufWriter(result);
            var (signature, error) = Algorithm(hash) is { } algorithm
                ? key.Sign(text, algorithm)
                : ([], Unsupported(hash));
            writer.Flag(ResultField, signature.Length > 0);
            writer.Bytes(SignatureField, signature);
            writer.Text(ErrorField, error);
            return Status.Ok;
        }
    }

    private static bool Take(ref ProtobufReader reader, int field, ref ReadOnlySpan<byte> target)
    {
        if (!reader.IsBytes(field))
        {
            return false;
        }

        target = reader.Bytes;
        return true;
    }

    private static bool TakeText(ref ProtobufReader reader, int field, ref ReadOnlySpan<byte> target)
    {
        if (!reader.IsText(field))
        {
            return false;
        }

        target = reader.Bytes;
        return true;
    }

    private static HashAlgorithmName? Algorithm(ReadOnlySpan<byte> name) => name switch
    {
        _ when Ascii.EqualsIgnoreCase(name, "sha1"u8) => HashAlgorithmName.SHA1,
        _ when Ascii.EqualsIgnoreCase(name, "sha256"u8) => HashAlgorithmName.SHA256,
        _ when Ascii.EqualsIgnoreCase(name, "sha384"u8) => HashAlgorithmName.SHA384,
        _ when Ascii.EqualsIgnoreCase(name, "sha512"u8) => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static string Unsupported(ReadOnlySpan<byte> name) =>
        $"hash function '{GuestText.Printable(name)}' is not supported; use sha1, sha256, sha384 or sha512";
}
