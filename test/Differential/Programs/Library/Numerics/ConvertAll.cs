namespace Library.Numerics;

public static class ConvertAll
{
    public static void Run()
    {
        Out.Line(Convert.ToInt32(2.5) + Convert.ToInt32(3.5) + Convert.ToInt32("77") + Convert.ToInt32('a') + Convert.ToInt32(true) + Convert.ToInt32(5.7m) + Convert.ToInt32(null as string) + Convert.ToInt64("ff", 16) + Convert.ToByte("377", 8) + Convert.ToInt16("-101", 10) + Convert.ToUInt32("1010", 2));
        Out.Line("" + Convert.ToString(255, 2) + Convert.ToString(255, 16) + Convert.ToString(-1, 8) + Convert.ToString((byte)7, 2) + Convert.ToString(1.5) + Convert.ToString(true) + Convert.ToString(null as object) + Convert.ToString('c') + Convert.ToString(12L, 2));
        Out.Line("" + Convert.ToDouble("1e3") + Convert.ToSingle(1.1) + Convert.ToDecimal(2.5f) + Convert.ToBoolean("true") + Convert.ToBoolean(0) + Convert.ToChar(65) + Convert.ToDateTime("2020-02-03").Day + Convert.ToUInt64(5.5) + Convert.ToSByte(-5));
        Out.Try("overflow", () => Convert.ToByte(256));
        Out.Try("neg", () => Convert.ToUInt32(-1));
        Out.Try("nan", () => Convert.ToInt32(double.NaN));
        Out.Try("fmt", () => Convert.ToInt32("zz", 16));
        Out.Try("base", () => Convert.ToInt32("1", 7));
        object o = 42;
        Out.Line(Convert.ToDouble(o) + "" + Convert.ToInt64(DayOfWeek.Friday) + Convert.GetTypeCode(o) + Convert.IsDBNull(o) + Convert.ChangeType("5", typeof(int)) + Convert.ChangeType(3.7, TypeCode.Int32));
        Out.Try("cast", () => Convert.ToInt32(new object()));
    }
}
