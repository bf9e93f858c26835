using System.Buffers.Binary;
using System.Numerics;

namespace Library.Numerics;

public static class BitOperationsAll
{
    public static void Run()
    {
        foreach (var x in new uint[] { 0, 1, 0x80000000, 0xFFFF, 0xDEADBEEF, 12345 }) Out.Line($"{x}: {BitOperations.PopCount(x)} {BitOperations.LeadingZeroCount(x)} {BitOperations.TrailingZeroCount(x)} {BitOperations.Log2(x)} {BitOperations.RotateLeft(x, 5)} {BitOperations.RotateRight(x, 9)} {BitOperations.IsPow2(x)} {BitOperations.RoundUpToPowerOf2(x & 0xFFFFFF)} {BinaryPrimitives.ReverseEndianness(x)} {BitOperations.Crc32C(7, x)}");
        foreach (var x in new ulong[] { 0, 1, 1UL << 63, 0x123456789ABCDEF0 }) Out.Line($"{x}: {BitOperations.PopCount(x)} {BitOperations.LeadingZeroCount(x)} {BitOperations.TrailingZeroCount(x)} {BitOperations.Log2(x)} {BitOperations.RotateLeft(x, 13)} {BinaryPrimitives.ReverseEndianness(x)}");
        Span<byte> b = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(b, 0x01020304);
        BinaryPrimitives.WriteUInt16LittleEndian(b[4..], 0xABCD);
        BinaryPrimitives.WriteDoubleBigEndian(b[8..], 1.5);
        Out.Line(Convert.ToHexString(b) + BinaryPrimitives.ReadInt32LittleEndian(b) + BinaryPrimitives.ReadUInt16BigEndian(b[4..]) + BinaryPrimitives.ReadDoubleBigEndian(b[8..]) + BinaryPrimitives.ReadInt64LittleEndian(b) + BinaryPrimitives.TryReadInt64BigEndian(b[10..], out _));
        Out.Line(BitConverter.ToString(BitConverter.GetBytes(1.5f)) + BitConverter.ToInt32([1, 2, 3, 4], 0) + BitConverter.SingleToInt32Bits(-0f) + BitConverter.Int64BitsToDouble(4609434218613702656) + BitConverter.GetBytes('x')[0] + BitConverter.ToUInt16([0xFF, 0xEE]) + BitConverter.IsLittleEndian + BitConverter.ToBoolean([1], 0));
        Out.Try("short", () => BitConverter.ToInt64(new byte[4], 0));
        Out.Try("range", () => BinaryPrimitives.ReadInt32BigEndian(new byte[3]));
    }
}
