using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Emitting;

/// <summary>A function whose references to others are still symbolic.</summary>
internal sealed record FunctionCode(
    IlMethod Method, FunctionType Type, IrType[] Locals, List<WasmInstruction> Instructions);
