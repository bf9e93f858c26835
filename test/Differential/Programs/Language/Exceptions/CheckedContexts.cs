namespace Language.Exceptions;

public static class CheckedContexts
{
    private static T Id<T>(T x) => x;

    public static void Run()
    {
        unchecked
        {
            Out.Line(Id(int.MaxValue) + 1 + (byte)Id(300) + (short)Id(70000) + (uint)Id(-1) + (int)Id(3e9).GetHashCode());
            Out.Line(Id(long.MaxValue) * 2 + " " + (ulong)Id(-1L) + -Id(int.MinValue));
        }

        checked
        {
            Out.Try("inc", () => { var x = Id(int.MaxValue); checked { x++; } });
            Out.Try("neg", () => Out.Line(checked(-Id(int.MinValue))));
            Out.Try("mul", () => Out.Line(checked(Id(1L << 40) * Id(1L << 40))));
            Out.Try("umul", () => Out.Line(checked(Id(1UL << 40) * Id(1UL << 40)).ToString()));
            Out.Try("usub", () => Out.Line(checked(Id(1u) - Id(2u))));
            Out.Try("ushort", () => Out.Line(checked((ushort)Id(65536))));
            Out.Try("char", () => Out.Line(checked((char)Id(-1))));
            Out.Try("nint", () => Out.Line(checked((sbyte)Id((nint)128))));
            Out.Try("float", () => Out.Line(checked((int)Id(float.NaN))));
            Out.Try("decimal", () => Out.Line(checked((int)Id(1e10m))));
            Out.Try("div", () => Out.Line(Id(int.MinValue) / Id(-1)));
            Out.Try("compound", () => { byte b = Id((byte)250); checked { b += 10; } });
        }
    }
}
