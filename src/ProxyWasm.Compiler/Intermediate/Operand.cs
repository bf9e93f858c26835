namespace ProxyWasm.Compiler.Intermediate;

/// <summary>An input of an instruction.</summary>
internal readonly struct Operand : IEquatable<Operand>
{
    private readonly object? _reference;

    private Operand(OperandKind kind, IrType type, object? reference, long bits)
    {
        Kind = kind;
        Type = type;
        _reference = reference;
        Bits = bits;
    }

    public OperandKind Kind { get; }

    public IrType Type { get; }

    /// <summary>Value of a constant, its bit pattern for floating point; otherwise a byte offset.</summary>
    public long Bits { get; }

    public Register Register => (Register)_reference!;

    public Slot Slot => (Slot)_reference!;

    public Symbol Symbol => (Symbol)_reference!;

    public bool IsRegister => Kind == OperandKind.Register;

    public bool IsConstant => Kind == OperandKind.Constant;

    public bool IsSlot => Kind == OperandKind.SlotAddress;

    public bool IsZero => Kind == OperandKind.Constant && Bits == 0;

    public static Operand Of(Register register) => new(OperandKind.Register, register.Type, register, 0);

    public static Operand Int(long value) => new(OperandKind.Constant, IrType.I32, null, (int)value);

    public static Operand Long(long value) => new(OperandKind.Constant, IrType.I64, null, value);

    public static Operand Single(float value) =>
        new(OperandKind.Constant, IrType.F32, null, BitConverter.SingleToInt32Bits(value));

    public static Operand Double(double value) =>
        new(OperandKind.Constant, IrType.F64, null, BitConverter.DoubleToInt64Bits(value));

    public static Operand Constant(IrType type, long bits) => new(OperandKind.Constant, type, null, bits);

    public static Operand AddressOf(Slot slot, int offset = 0) =>
        new(OperandKind.SlotAddress, IrType.I32, slot, offset);

    public static Operand Of(Symbol symbol, int offset = 0) => new(OperandKind.Symbol, IrType.I32, symbol, offset);

    /// <summary>The same address, further on; only for constants, slots and symbols.</summary>
    public Operand Plus(long offset) =>
        new(Kind, Type, _reference, Kind == OperandKind.Constant ? (int)(Bits + offset) : Bits + offset);

    public bool Equals(Operand other) => Kind == other.Kind && Type == other.Type && Bits == other.Bits
        && Equals(_reference, other._reference);

    public override bool Equals(object? obj) => obj is Operand other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, Type, Bits, _reference);

    public override string ToString() => Kind switch
    {
        OperandKind.None => "-",
        OperandKind.Constant => $"{Type}:{Bits}",
        OperandKind.Register => Register.ToString(),
        OperandKind.SlotAddress => $"&{Slot}+{Bits}",
        _ => $"{Symbol}+{Bits}",
    };
}
