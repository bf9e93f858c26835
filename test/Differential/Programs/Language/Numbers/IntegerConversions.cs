namespace Language.Numbers;

public static class IntegerConversions
{
    private static T Id<T>(T x) => x;

    public static void Run()
    {
        foreach (var v in new long[] { 0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue })
        {
            Out.Line($"{v}: {(sbyte)v} {(byte)v} {(short)v} {(ushort)v} {(int)v} {(uint)v} {(ulong)v} {(char)v:X} {(nint)(int)v} {(float)v} {(double)v} {(decimal)v} {(Half)v}");
        }

        foreach (var u in new ulong[] { 0, 1UL << 63, ulong.MaxValue, (1UL << 63) + 1025, 1UL << 53, (1UL << 53) + 1 })
        {
            Out.Line($"{u}: {(float)u} {(double)u} {(decimal)u} {(long)u} {(double)(long)u}");
        }

        Out.Line((byte)Id(300) + (sbyte)Id(200) + Id((short)-1) + (ushort)Id((short)-1) + (int)Id('z') + (uint)Id((sbyte)-1) + "");
        Out.Line((Id((byte)200) + Id((byte)100)) + " " + (byte)(Id((byte)200) + Id((byte)100)) + (Id((short)-5) >> 1) + (Id((ushort)0xFFFF) >> 4) + (Id(-1) >>> 28) + (Id(-1L) >>> 60) + (1 << Id(33)) + (1L << Id(65)) + (Id((sbyte)-128) / Id(-1)));
    }
}
