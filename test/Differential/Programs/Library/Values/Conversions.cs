using System.Globalization;

namespace Library.Values;

public static class Conversions
{
    private sealed class Own : IConvertible
    {
        public TypeCode GetTypeCode() => TypeCode.Object;
        public bool ToBoolean(IFormatProvider p) => true;
        public byte ToByte(IFormatProvider p) => 1;
        public char ToChar(IFormatProvider p) => 'o';
        public DateTime ToDateTime(IFormatProvider p) => default;
        public decimal ToDecimal(IFormatProvider p) => 2.5m;
        public double ToDouble(IFormatProvider p) => 3.5;
        public short ToInt16(IFormatProvider p) => 4;
        public int ToInt32(IFormatProvider p) => 5;
        public long ToInt64(IFormatProvider p) => 6;
        public sbyte ToSByte(IFormatProvider p) => 7;
        public float ToSingle(IFormatProvider p) => 8;
        public string ToString(IFormatProvider p) => "own";
        public object ToType(Type t, IFormatProvider p) => t.Name;
        public ushort ToUInt16(IFormatProvider p) => 9;
        public uint ToUInt32(IFormatProvider p) => 10;
        public ulong ToUInt64(IFormatProvider p) => 11;
    }

    public static void Run()
    {
        object[] all = [null, true, 'A', (byte)200, -5, 3000000000L, 2.5, 3.5f, 7.5m, "12", "x", new Own(), DayOfWeek.Friday, new DateTime(2024, 1, 2)];
        foreach (var o in all)
        {
            var s = (o ?? "null") + ": " + Convert.GetTypeCode(o);
            foreach (var f in new Func<object>[] { () => Convert.ToInt32(o), () => Convert.ToByte(o), () => Convert.ToBoolean(o), () => Convert.ToDouble(o), () => Convert.ToDecimal(o), () => Convert.ToChar(o), () => Convert.ToString(o, CultureInfo.InvariantCulture), () => Convert.ToInt64(o), () => Convert.ToSingle(o) })
            {
                try { s += " " + f(); }
                catch (Exception e) { s += " " + e.GetType().Name; }
            }

            Out.Line(s);
        }

        Out.Line(Convert.ToString(-10, 2) + " " + Convert.ToString(255, 16) + Convert.ToString(8L, 8) + Convert.ToInt32("ff", 16) + Convert.ToInt32("-0x10".Replace("-0x", ""), 16) + Convert.ToByte("11111111", 2) + Convert.ToInt64("777", 8));
        Out.Try("base", () => Convert.ToInt32("1", 3));
        Out.Try("digits", () => Convert.ToInt32("12", 2));
        Out.Line(Convert.ChangeType("5", typeof(int)) + " " + Convert.ChangeType(5, typeof(string)) + Convert.ChangeType(2.6, typeof(long)) + Convert.ChangeType(new Own(), typeof(Guid)) + Convert.ToInt32(2.5) + Convert.ToInt32(3.5) + Convert.ToInt32(-2.5m));
        Out.Line(Convert.ToBase64String([1, 2, 3, 4], Base64FormattingOptions.InsertLineBreaks) + Convert.FromBase64String(" AQ I= ").Length + Convert.TryFromBase64String("A===", new byte[4], out _) + Convert.ToHexStringLower([10, 255]) + Convert.FromHexString("0aFf").Length + Convert.IsDBNull(DBNull.Value));
        Out.Try("hex", () => Convert.FromHexString("0g"));
        Out.Line(BitConverter.ToString([1, 171]) + BitConverter.ToInt32([1, 2, 3, 4], 0) + BitConverter.DoubleToInt64Bits(1.5) + BitConverter.Int32BitsToSingle(0x40490fdb) + BitConverter.HalfToInt16Bits((Half)1.5) + Convert.ToHexString(BitConverter.GetBytes(3.25)) + BitConverter.IsLittleEndian);
    }
}
