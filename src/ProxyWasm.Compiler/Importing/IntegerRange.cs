namespace ProxyWasm.Compiler.Importing;

/// <summary>The values an integer type can hold, for checked conversions.</summary>
internal sealed record IntegerRange(double Lowest, double Highest, bool IsSigned, bool Is64Bit)
{
    public static readonly IntegerRange Int8 = new(sbyte.MinValue, sbyte.MaxValue, true, false);
    public static readonly IntegerRange UInt8 = new(0, byte.MaxValue, false, false);
    public static readonly IntegerRange Int16 = new(short.MinValue, short.MaxValue, true, false);
    public static readonly IntegerRange UInt16 = new(0, ushort.MaxValue, false, false);
    public static readonly IntegerRange Int32 = new(int.MinValue, int.MaxValue, true, false);
    public static readonly IntegerRange UInt32 = new(0, uint.MaxValue, false, false);
    public static readonly IntegerRange Int64 = new(long.MinValue, long.MaxValue, true, true);
    public static readonly IntegerRange UInt64 = new(0, ulong.MaxValue, false, true);

    /// <summary>One below -2^63 is not a double, so that range begins at its own lowest value.</summary>
    public bool LowestIsInclusiveForReals => Is64Bit && IsSigned;

    /// <summary>The first value that is too large, exactly representable for every range.</summary>
    public double EndForReals => Is64Bit ? IsSigned ? 9223372036854775808.0 : 18446744073709551616.0 : Highest + 1;
}
