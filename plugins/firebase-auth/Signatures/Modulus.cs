namespace FirebaseAuth.Signatures;

/// <summary>
/// Arithmetic modulo an odd number in Montgomery form: numbers are arrays of 32-bit limbs, the least significant first.
/// Everything it works on is public, so its time may depend on the values.
/// </summary>
internal sealed class Modulus
{
    private const int LimbLength = 4;

    private readonly uint[] _modulus;
    private readonly uint[] _square;
    private readonly uint[] _scratch;
    private readonly uint _inverse;

    /// <summary>From big-endian bytes without leading zeros, odd.</summary>
    public Modulus(ReadOnlySpan<byte> modulus)
    {
        var limbs = (modulus.Length + LimbLength - 1) / LimbLength;
        _modulus = new uint[limbs];
        Read(modulus, _modulus);
        _inverse = NegatedInverse(_modulus[0]);
        _scratch = new uint[limbs + 2];
        _square = SquareOfRadix();
    }

    /// <summary>
    /// Big-endian <paramref name="number"/> to the power of <paramref name="exponent"/>, of the same length; false
    /// when the number is not smaller than the modulus.
    /// </summary>
    public bool TryPower(ReadOnlySpan<byte> number, uint exponent, Span<byte> result)
    {
        var limbs = _modulus.Length;
        Span<uint> numbers = stackalloc uint[3 * limbs];
        var plain = numbers[..limbs];
        var form = numbers.Slice(limbs, limbs);
        var power = numbers[(2 * limbs)..];
        Read(number, plain);
        if (!IsLess(plain, _modulus))
        {
            return false;
        }

        Multiply(plain, _square, form);
        form.CopyTo(power);
        for (var bit = 30 - System.Numerics.BitOperations.LeadingZeroCount(exponent); bit >= 0; bit--)
        {
            Multiply(power, power, power);
            if ((exponent >> bit & 1) != 0)
            {
                Multiply(power, form, power);
            }
        }

        plain.Clear();
        plain[0] = 1;
        Multiply(power, plain, power);
        Write(power, result);
        return true;
    }

    // Montgomery's product, the limbs of a factor and the reduction by turns (CIOS).
    private void Multiply(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right, Span<uint> product)
    {
        var limbs = _modulus.Length;
        var sum = _scratch.AsSpan(0, limbs + 2);
        sum.Clear();
        foreach (ulong factor in left[..limbs])
        {
            var carry = AddProduct(sum, right[..limbs], factor);
            var top = sum[limbs] + carry;
            sum[limbs] = (uint)top;
            sum[limbs + 1] = (uint)(top >> 32);
            Reduce(sum);
        }

        var value = sum[..limbs];
        if (sum[limbs] != 0 || !IsLess(value, _modulus))
        {
            Subtract(value, _modulus);
        }

        value.CopyTo(product);
    }

    private static ulong AddProduct(Span<uint> sum, ReadOnlySpan<uint> number, ulong factor)
    {
        ulong carry = 0;
        for (var index = 0; index < number.Length; index++)
        {
            carry += sum[index] + (factor * number[index]);
            sum[index] = (uint)carry;
            carry >>= 32;
        }

        return carry;
    }

    // Adds the multiple of the modulus that clears the lowest limb, and shifts by that limb.
    private void Reduce(Span<uint> sum)
    {
        ReadOnlySpan<uint> modulus = _modulus;
        ulong factor = sum[0] * _inverse;
        var carry = (sum[0] + (factor * modulus[0])) >> 32;
        for (var index = 1; index < modulus.Length; index++)
        {
            carry += sum[index] + (factor * modulus[index]);
            sum[index - 1] = (uint)carry;
            carry >>= 32;
        }

        carry += sum[modulus.Length];
        sum[modulus.Length - 1] = (uint)carry;
        sum[modulus.Length] = sum[modulus.Length + 1] + (uint)(carry >> 32);
    }

    // The square of 2^(32 limbs): 1 doubled so many times.
    private uint[] SquareOfRadix()
    {
        var value = new uint[_modulus.Length];
        value[0] = 1;
        for (var count = 64 * _modulus.Length; count > 0; count--)
        {
            uint carry = 0;
            foreach (ref var limb in value.AsSpan())
            {
                var next = limb >> 31;
                limb = (limb << 1) | carry;
                carry = next;
            }

            if (carry != 0 || !IsLess(value, _modulus))
            {
                Subtract(value, _modulus);
            }
        }

        return value;
    }

    // -1/number modulo 2^32, by Newton's iteration: each step doubles the bits that are right, 3 to begin with.
    private static uint NegatedInverse(uint number)
    {
        var inverse = number;
        for (var bits = 3; bits < 32; bits *= 2)
        {
            inverse *= 2 - (number * inverse);
        }

        return 0 - inverse;
    }

    private static bool IsLess(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        for (var index = left.Length - 1; index >= 0; index--)
        {
            if (left[index] != right[index])
            {
                return left[index] < right[index];
            }
        }

        return false;
    }

    private static void Subtract(Span<uint> from, ReadOnlySpan<uint> number)
    {
        long borrow = 0;
        for (var index = 0; index < from.Length; index++)
        {
            borrow += (long)from[index] - number[index];
            from[index] = (uint)borrow;
            borrow >>= 32;
        }
    }

    private static void Read(ReadOnlySpan<byte> bytes, Span<uint> limbs)
    {
        limbs.Clear();
        for (var index = 0; index < bytes.Length; index++)
        {
            limbs[index / LimbLength] |= (uint)bytes[^(index + 1)] << (8 * (index % LimbLength));
        }
    }

    private static void Write(ReadOnlySpan<uint> limbs, Span<byte> bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[^(index + 1)] = (byte)(limbs[index / LimbLength] >> (8 * (index % LimbLength)));
        }
    }
}
