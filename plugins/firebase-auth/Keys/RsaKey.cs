using System.Numerics;
using FirebaseAuth.Signatures;

namespace FirebaseAuth.Keys;

/// <summary>A public RSA key of 2048 to 4096 bits, ready to check signatures.</summary>
internal sealed class RsaKey
{
    private const int MinBits = 2048;
    private const int MaxBits = 4096;
    private const uint MinExponent = 65537;

    private RsaKey(byte[] number, uint exponent)
    {
        Number = number;
        Exponent = exponent;
        Modulus = new Modulus(number);
        Information = PublicKeyWriter.Write(number, exponent);
    }

    /// <summary>The modulus, big-endian.</summary>
    public byte[] Number { get; }

    public uint Exponent { get; }

    public Modulus Modulus { get; }

    /// <summary>The key as SubjectPublicKeyInfo in DER, as hosts expect it.</summary>
    public byte[] Information { get; }

    /// <summary>How many bytes a signature has.</summary>
    public int Length => Number.Length;

    /// <summary>Null for numbers that are no key, or one that nobody should trust.</summary>
    public static RsaKey? Create(ReadOnlySpan<byte> modulus, ReadOnlySpan<byte> exponent)
    {
        if (modulus.IsEmpty || exponent.Length is 0 or > sizeof(uint) || modulus[0] == 0 || exponent[0] == 0)
        {
            return null;
        }

        uint power = 0;
        foreach (var part in exponent)
        {
            power = (power << 8) | part;
        }

        var bits = (8 * modulus.Length) - BitOperations.LeadingZeroCount((uint)modulus[0] << 24);
        var isSound = bits is >= MinBits and <= MaxBits
            && (modulus[^1] & 1) == 1 && (power & 1) == 1 && power >= MinExponent;
        return isSound ? new RsaKey(modulus.ToArray(), power) : null;
    }

    public bool IsSame(RsaKey other) => Exponent == other.Exponent && Number.AsSpan().SequenceEqual(other.Number);
}
