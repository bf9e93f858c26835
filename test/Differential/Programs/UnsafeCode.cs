using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

public static unsafe class UnsafeCode
{
    [StructLayout(LayoutKind.Explicit)]
    private struct Union
    {
        [FieldOffset(0)] public int I;
        [FieldOffset(0)] public float F;
        [FieldOffset(0)] public byte B;
        [FieldOffset(4)] public short S;
    }

    private struct Buffer
    {
        public fixed int Values[4];
    }

    [InlineArray(3)]
    private struct Three
    {
        private int _first;
    }

    private static int Add(int a, int b) => a + b;

    private static string Concat(string a, string b) => a + b;

    public static void Run()
    {
        int[] array = [1, 2, 3, 4];
        fixed (int* p = array)
        {
            p[2] = 30;
            Out.Line(*(p + 1) + p[3]);
            int* end = p + 4;
            Out.Line((long)(end - p));
        }

        var u = new Union { F = 1.5f };
        u.S = 7;
        Out.Line(u.I + " " + u.B + " " + u.S + " " + sizeof(Union));
        var b = new Buffer();
        b.Values[3] = 9;
        Out.Line(b.Values[3] + sizeof(Buffer));
        var three = new Three();
        three[1] = 5;
        Span<int> span = three;
        span[2] = 6;
        Out.Line(three[1] + three[2] + span.Length);
        delegate*<int, int, int> f = &Add;
        delegate*<string, string, string> g = &Concat;
        Out.Line(f(2, 3) + g("x", "y"));
        byte* memory = stackalloc byte[16];
        *(long*)memory = 0x1122334455667788;
        Out.Line(memory[0] + " " + memory[7] + *(short*)(memory + 2));
        var bytes = MemoryMarshal.AsBytes<int>(array);
        Out.Line(bytes.Length + " " + bytes[8]);
        Out.Line(Unsafe.As<int, uint>(ref array[0]) + Unsafe.SizeOf<Union>());
        ref int r = ref Unsafe.Add(ref array[0], 3);
        r = 44;
        Out.Line(array[3]);
        ReadOnlySpan<byte> utf8 = "grüß"u8;
        Out.Line(utf8.Length + " " + utf8[2]);
        Out.Line(BitConverter.SingleToInt32Bits(1.5f) + " " + BitConverter.Int64BitsToDouble(4609434218613702656));
        var decimalValue = 1.25m;
        Out.Line(((int*)&decimalValue)[0]);
    }
}
