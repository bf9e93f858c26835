namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>The checksum of zlib streams (RFC 1950, section 8).</summary>
internal static class Adler32
{
    public const int Bytes = 4;

    /// <summary>Checksum of nothing.</summary>
    public const uint Start = 1;

    private const uint Modulus = 65521;

    // So many bytes can be added before the larger sum leaves 32 bits.
    private const int MaxRun = 5552;

    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var sum = checksum & 0xFFFF;
        var sumOfSums = checksum >> 16;
        while (!bytes.IsEmpty)
        {
            var run = bytes[..Math.Min(bytes.Length, MaxRun)];
            foreach (var b in run)
            {
                sum += b;
                sumOfSums += sum;
            }

            sum %= Modulus;
            sumOfSums %= Modulus;
            bytes = bytes[run.Length..];
        }

        return (sumOfSums << 16) | sum;
    }
}
