namespace Language.Types;

public static class EnumFlags
{
    [Flags] private enum Access { None = 0, Read = 1, Write = 2, ReadWrite = 3, Execute = 4 }
    [Flags] private enum NoZero : short { A = 1, B = 2, C = 8 }

    public static void Run()
    {
        var a = Access.Read | Access.Execute;
        Out.Line(a + " " + (a & Access.Write) + (a ^ Access.Read) + ~Access.None + a.HasFlag(Access.Read) + a.HasFlag(Access.ReadWrite) + a.HasFlag(Access.None));
        Out.Line((Access)3 + "," + (Access)7 + "," + (Access)8 + "," + (Access)9 + "," + (NoZero)0 + "," + (NoZero)11 + "," + (NoZero)4);
        a |= Access.Write;
        a &= ~Access.Execute;
        Out.Line(a + a.ToString("D") + a.ToString("F") + a.ToString("X"));
        var s = "";
        for (var i = 0; i < 16; i++) s += (NoZero)i + ";";
        Out.Line(s);
    }
}
