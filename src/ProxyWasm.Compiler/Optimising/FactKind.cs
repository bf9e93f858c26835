namespace ProxyWasm.Compiler.Optimising;

/// <summary>What a <see cref="Fact"/> says about its first operand, as 32-bit number.</summary>
internal enum FactKind : byte
{
    /// <summary>is not zero</summary>
    NonZero,

    /// <summary>is zero</summary>
    Zero,

    /// <summary>is zero or more, signed</summary>
    NotNegative,

    /// <summary>is not the largest signed number, so that adding one does not overflow</summary>
    NotMaximum,

    /// <summary>is less than the second operand, signed</summary>
    Less,

    /// <summary>is less than the second operand, unsigned</summary>
    Below,

    /// <summary>is an array or string whose length is the second operand</summary>
    HasLength,

    /// <summary>is a variable that has been assigned</summary>
    Assigned,
}
