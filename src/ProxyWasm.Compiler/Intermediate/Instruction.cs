using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Intermediate;

/// <summary>One step of a <see cref="Block"/>: three-address code over registers and frame slots.</summary>
internal sealed class Instruction
{
    public required Operation Operation { get; set; }

    public Register? Result { get; set; }

    public Operand[] Operands { get; set; } = [];

    /// <summary>WebAssembly opcode of <see cref="Operation.Numeric"/>.</summary>
    public Numeric Numeric { get; init; }

    public MemoryKind Memory { get; init; }

    public int Offset { get; set; }

    public int Size { get; init; }

    /// <summary>Whether it loads the length of an array or a string, which never changes.</summary>
    public bool IsLength { get; init; }

    public Fault Fault { get; init; }

    /// <summary>The called method, or the slot of a virtual call.</summary>
    public IlMethod? Method { get; set; }

    /// <summary>The type that is allocated, tested, initialised or copied.</summary>
    public IlType? Type { get; init; }

    /// <summary>The class to which a tested object certainly belongs, if that is known.</summary>
    public IlType? KnownType { get; init; }

    /// <summary>The WebAssembly signature of an indirect or virtual call.</summary>
    public FunctionType? Signature { get; init; }

    /// <summary>Where a failed check goes; set when the body is lowered.</summary>
    public Block? FaultTarget { get; set; }

    /// <summary>Position in the IL of <see cref="Origin"/>, for diagnostics.</summary>
    public int IlOffset { get; set; }

    /// <summary>The method whose IL this came from, when it was inlined.</summary>
    public IlMethod? Origin { get; set; }

    public bool IsCall => Operation is Operation.Call or Operation.CallVirtual or Operation.CallIndirect;

    public Instruction Clone(Register? result, Operand[] operands) => new()
    {
        Operation = Operation,
        Result = result,
        Operands = operands,
        Numeric = Numeric,
        Memory = Memory,
        Offset = Offset,
        Size = Size,
        IsLength = IsLength,
        Fault = Fault,
        Method = Method,
        Type = Type,
        KnownType = KnownType,
        Signature = Signature,
        FaultTarget = FaultTarget,
        IlOffset = IlOffset,
        Origin = Origin,
    };

    public override string ToString()
    {
        var what = Operation == Operation.Numeric ? Numeric.ToString() : Operation.ToString();
        object? about = (object?)Method ?? Type;
        var memory = Operation is Operation.Load or Operation.Store ? $".{Memory}+{Offset}" : "";
        return $"{(Result is null ? "" : Result + " = ")}{what}{memory} {about} {string.Join(", ", Operands)}";
    }
}
