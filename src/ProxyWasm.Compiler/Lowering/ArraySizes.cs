using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;

namespace ProxyWasm.Compiler.Lowering;

/// <summary>Arrays whose length is known, so that nothing has to be checked when they are created.</summary>
internal static class ArraySizes
{
    /// <summary>Larger ones may be more than the module's memory limit allows.</summary>
    private const int MaxBytes = 65536;

    public static int? KnownBytes(ProgramModel program, Instruction creation)
    {
        if (!creation.Operands[0].IsConstant)
        {
            return null;
        }

        var bytes = ObjectShape.ArrayDataOffset
            + (creation.Operands[0].Bits * program.Layouts.SizeOf(creation.Type!.ElementType!));
        return bytes is >= 0 and <= MaxBytes ? (int)bytes : null;
    }
}
