namespace ProxyWasm.Compiler.Emitting;

/// <summary>One encoded-later instruction: an opcode with up to two immediates and what they refer to.</summary>
internal readonly record struct WasmInstruction(
    Opcode Opcode, long Immediate = 0, int Alignment = 0, object? Reference = null);
