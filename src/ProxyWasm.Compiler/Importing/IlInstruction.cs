using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Importing;

/// <summary>One decoded IL instruction.</summary>
internal sealed class IlInstruction
{
    public required int Offset { get; init; }

    public required ILOpCode OpCode { get; init; }

    /// <summary>Offset of the instruction that follows in the stream.</summary>
    public int Next { get; set; }

    /// <summary>Constant, variable number or metadata token, as the opcode has it.</summary>
    public long Argument { get; set; }

    public double Real { get; set; }

    /// <summary>Offsets that a branch or switch goes to.</summary>
    public int[] Targets { get; set; } = [];

    /// <summary>Whether a conversion to floating point is followed by one to single precision.</summary>
    public bool BecomesSingle { get; set; }

    public int Token => (int)Argument;

    public bool EndsBlock => OpCode is ILOpCode.Ret or ILOpCode.Throw or ILOpCode.Rethrow or ILOpCode.Endfinally
        or ILOpCode.Endfilter or ILOpCode.Jmp or ILOpCode.Switch || Targets.Length > 0;

    public bool FallsThrough => OpCode is not (ILOpCode.Ret or ILOpCode.Throw or ILOpCode.Rethrow
        or ILOpCode.Endfinally or ILOpCode.Endfilter or ILOpCode.Jmp or ILOpCode.Br or ILOpCode.Br_s
        or ILOpCode.Leave or ILOpCode.Leave_s);
}
