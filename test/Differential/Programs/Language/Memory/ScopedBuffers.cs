using System.Runtime.CompilerServices;

namespace Language.Memory;

public static class ScopedBuffers
{
    private static int Depth(int n, Span<int> above)
    {
        Span<int> mine = stackalloc int[4];
        for (var i = 0; i < 4; i++) mine[i] = n * 10 + i + (above.IsEmpty ? 0 : above[i]);
        return n == 0 ? mine[3] : Depth(n - 1, mine) + mine[0];
    }

    private static ReadOnlySpan<char> Longest(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Length >= b.Length ? a : b;
    private static Span<T> Tail<T>(Span<T> s) => s.Length > 1 ? s[1..] : default;
    private static ReadOnlySpan<byte> Bytes => [1, 2, 3, 250];
    private static ReadOnlySpan<int> Numbers => [10, -20, 30];

    public static void Run()
    {
        Out.Line(Depth(5, default));
        Out.Line(Longest("abc", "de".AsSpan()).ToString() + Bytes[3] + Numbers[1] + "é"u8.Length);
        for (var i = 0; i < 3; i++)
        {
            Span<long> s = stackalloc long[i + 1];
            s[^1] += i + 1;
            Out.Line(string.Join(",", s.ToArray()) + Tail(s).Length);
        }

        Span<byte> raw = stackalloc byte[12];
        Unsafe.WriteUnaligned(ref raw[1], 0x11223344);
        Out.Line(Convert.ToHexString(raw) + Unsafe.ReadUnaligned<short>(ref raw[2]) + Unsafe.SizeOf<(byte, long)>());
        ref var start = ref raw[0];
        Unsafe.Add(ref start, 11) = 9;
        Out.Line(raw[11] + Unsafe.ByteOffset(ref start, ref raw[5]).ToInt32() + (Unsafe.IsAddressLessThan(ref start, ref raw[1]) ? 1 : 0));
        var o = (object)"text";
        Out.Line(Unsafe.As<string>(o).Length + Unsafe.BitCast<float, int>(1f) + Unsafe.Unbox<int>((object)5).ToString());
        Out.Try("span index", () => { Span<int> s = stackalloc int[2]; var k = 2; s[k] = 1; });
        Out.Try("negative", () => { var n = -1; Span<int> s = stackalloc int[1]; s.Slice(n); });
    }
}
