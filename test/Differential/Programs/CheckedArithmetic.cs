public static class CheckedArithmetic
{
    private static int I(int v) => v;
    private static long L(long v) => v;
    private static uint U(uint v) => v;
    private static ulong UL(ulong v) => v;
    private static double D(double v) => v;

    public static void Run()
    {
        Out.Try("add", () => Out.Line(checked(I(int.MaxValue) + 1)));
        Out.Try("add ok", () => Out.Line(checked(I(5) + 1)));
        Out.Try("sub", () => Out.Line(checked(I(int.MinValue) - 1)));
        Out.Try("mul", () => Out.Line(checked(I(65536) * 65536)));
        Out.Try("uadd", () => Out.Line(checked(U(uint.MaxValue) + 1u)));
        Out.Try("usub", () => Out.Line(checked(U(0) - 1u)));
        Out.Try("ladd", () => Out.Line(checked(L(long.MaxValue) + 1)));
        Out.Try("lsub", () => Out.Line(checked(L(long.MinValue) - 1)));
        Out.Try("lsub ok", () => Out.Line(checked(L(-5) - 7)));
        Out.Try("lmul", () => Out.Line(checked(L(long.MaxValue) * 2)));
        Out.Try("lmul ok", () => Out.Line(checked(L(-3000000000) * 3)));
        Out.Try("lmul min", () => Out.Line(checked(L(long.MinValue) * L(-1))));
        Out.Try("ulmul", () => Out.Line(checked(UL(ulong.MaxValue) * 2).ToString()));
        Out.Try("ulmul ok", () => Out.Line(checked(UL(4294967296) * 2).ToString()));
        Out.Try("uladd", () => Out.Line(checked(UL(ulong.MaxValue) + 1).ToString()));
        Out.Try("neg", () => Out.Line(checked(-I(int.MinValue))));
        Out.Try("div", () => Out.Line(I(int.MinValue) / I(-1)));
        Out.Try("div0", () => Out.Line(I(1) / I(0)));
        Out.Try("rem0", () => Out.Line(I(1) % I(0)));
        Out.Try("ldiv0", () => Out.Line(L(1) / L(0)));
        Out.Try("ldiv", () => Out.Line(L(long.MinValue) / L(-1)));
        Out.Try("byte", () => Out.Line(checked((byte)I(300))));
        Out.Try("byte neg", () => Out.Line(checked((byte)I(-1))));
        Out.Try("sbyte", () => Out.Line(checked((sbyte)I(127))));
        Out.Try("sbyte2", () => Out.Line(checked((sbyte)I(128))));
        Out.Try("uint", () => Out.Line(checked((uint)I(-1))));
        Out.Try("int of uint", () => Out.Line(checked((int)U(0x80000000))));
        Out.Try("int of long", () => Out.Line(checked((int)L(5000000000))));
        Out.Try("ulong of long", () => Out.Line(checked((ulong)L(-1)).ToString()));
        Out.Try("long of ulong", () => Out.Line(checked((long)UL(ulong.MaxValue))));
        Out.Try("long of uint", () => Out.Line(checked((long)U(uint.MaxValue))));
        Out.Try("int of double", () => Out.Line(checked((int)D(1e10))));
        Out.Try("int of nan", () => Out.Line(checked((int)D(double.NaN))));
        Out.Try("int of double ok", () => Out.Line(checked((int)D(-2147483648.9))));
        Out.Try("long of double", () => Out.Line(checked((long)D(9.3e18))));
        Out.Try("ulong of double", () => Out.Line(checked((ulong)D(-1.0)).ToString()));
        Out.Try("byte of double", () => Out.Line(checked((byte)D(255.9))));
        Out.Try("array", () => Out.Line(new int[I(-1)].Length));
    }
}
