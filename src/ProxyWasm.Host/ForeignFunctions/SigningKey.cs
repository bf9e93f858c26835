using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>An RSA or elliptic-curve key that a guest brought.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _curve;

    private SigningKey(RSA? rsa, ECDsa? curve)
    {
        _rsa = rsa;
        _curve = curve;
    }

    /// <summary>Reads a SubjectPublicKeyInfo in DER.</summary>
    public static bool TryReadPublic(ReadOnlySpan<byte> der, [NotNullWhen(true)] out SigningKey? key)
    {
        key = null;
        try
        {
            var info = PublicKey.CreateFromSubjectPublicKeyInfo(der, out _);
            var rsa = info.GetRSAPublicKey();
            key = new SigningKey(rsa, rsa is null ? info.GetECDsaPublicKey() : null);
            return rsa is not null || key._curve is not null;
        }
        catch (Exception exception) when (IsKeyProblem(exception))
        {
            return false;
        }
    }

    /// <summary>Reads a private key in DER (PKCS #8, PKCS #1 or SEC 1), or in PEM.</summary>
    public static bool TryReadPrivate(
        ReadOnlySpan<byte> der, ReadOnlySpan<byte> pem, [NotNullWhen(true)] out SigningKey? key)
    {
        key = null;
        if (der.IsEmpty && !TryDecodePem(pem, "PRIVATE KEY", out der))
        {
            return false;
        }

        key = TryImport(RSA.Create(), der, static (rsa, bytes) => rsa.ImportPkcs8PrivateKey(bytes, out _))
            ?? TryImport(ECDsa.Create(), der, static (curve, bytes) => curve.ImportPkcs8PrivateKey(bytes, out _))
            ?? TryImport(RSA.Create(), der, static (rsa, bytes) => rsa.ImportRSAPrivateKey(bytes, out _))
            ?? TryImport(ECDsa.Create(), der, static (curve, bytes) => curve.ImportECPrivateKey(bytes, out _));
        return key is not null;
    }

    /// <summary>Whether a signature is right; the text says why not when it could not be checked.</summary>
    public (bool IsValid, string Error) Verify(
        ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature, HashAlgorithmName hash)
    {
        try
        {
            var isValid = _rsa is not null
                ? _rsa.VerifyData(text, signature, hash, RSASignaturePadding.Pkcs1)
                : _curve!.VerifyData(text, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
            return (isValid, isValid ? "" : "the signature does not match");
        }
        catch (Exception exception) when (IsKeyProblem(exception))
        {
            return (false, exception.Message);
        }
    }

    /// <summary>Signs; the text says why there is no signature.</summary>
    public (byte[] Signature, string Error) Sign(ReadOnlySpan<byte> text, HashAlgorithmName hash)
    {
        try
        {
            var signature = _rsa is not null
                ? _rsa.SignData(text, hash, RSASignaturePadding.Pkcs1)
                : _curve!.SignData(text, hash, DSASignatureFormat.Rfc3279DerSequence);
            return (signature, "");
        }
        catch (Exception exception) when (IsKeyProblem(exception))
        {
            return ([], exception.Message);
        }
    }

    public void Dispose()
    {
        _rsa?.Dispose();
        _curve?.Dispose();
    }

    private static SigningKey? TryImport<T>(T algorithm, ReadOnlySpan<byte> der, Action<T, ReadOnlySpan<byte>> import)
        where T : AsymmetricAlgorithm
    {
        try
        {
            import(algorithm, der);
            return new SigningKey(algorithm as RSA, algorithm as ECDsa);
        }
        catch (Exception exception) when (IsKeyProblem(exception))
        {
            algorithm.Dispose();
            return null;
        }
    }

    /// <summary>
    /// The bytes of the first block in PEM whose label ends so; others may come first, such as the parameters of a
    /// curve.
    /// </summary>
    public static bool TryDecodePem(ReadOnlySpan<byte> pem, string label, out ReadOnlySpan<byte> der)
    {
        var text = Encoding.ASCII.GetString(pem).AsSpan();
        while (PemEncoding.TryFind(text, out var fields))
        {
            if (text[fields.Label].EndsWith(label, StringComparison.Ordinal))
            {
                der = Convert.FromBase64String(text[fields.Base64Data].ToString());
                return !der.IsEmpty;
            }

            text = text[fields.Location.End..];
        }

        der = [];
        return false;
    }

    // Which one of these depends on the platform's library and on what is wrong with the key.
    private static bool IsKeyProblem(Exception exception) =>
        exception is CryptographicException or ArgumentException or NotSupportedException;
}
