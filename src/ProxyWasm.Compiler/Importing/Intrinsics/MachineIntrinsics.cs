using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>What only the runtime library may do: its <c>Machine</c> class.</summary>
internal static class MachineIntrinsics
{
    private const string Machine = "ProxyWasm.Compiler.Runtime.Machine::";

    public static void Register(IntrinsicTable table)
    {
        table.Add(Machine + "AddressOf", c => c.Return(c.Int(0)));
        table.Add(Machine + "ObjectAt", c => c.Return(StackValue.Of(c.Int(0), c.System.Object)));
        table.Add(Machine + "ClassOf", c => c.Return(c.Importer.EmitLoad(c.Int(0), 0, MemoryKind.I32)));
        table.Add(Machine + "get_HeapTop", c => c.Return(c.Importer.EmitResult(Operation.GetHeapTop, IrType.I32)));
        table.Add(Machine + "set_HeapTop", c => Effect(c, Operation.SetHeapTop, c.Int(0)));
        table.Add(Machine + "get_MemoryPages", c => c.Return(c.Importer.EmitResult(Operation.MemorySize, IrType.I32)));
        table.Add(Machine + "GrowMemory", GrowMemory);
        table.Add(Machine + "Trap", c => Effect(c, Operation.Trap));
        table.Add(Machine + "get_HeapStart", c => Fact(c, ModuleFactKind.HeapStart));
        table.Add(Machine + "get_TextStart", c => Fact(c, ModuleFactKind.TextStart));
        table.Add(Machine + "get_PackedEnd", c => Fact(c, ModuleFactKind.PackedEnd));
        table.Add(Machine + "get_MadeStart", c => Fact(c, ModuleFactKind.MadeStart));
        table.Add(Machine + "get_MadeEnd", c => Fact(c, ModuleFactKind.MadeEnd));
        table.Add(Machine + "get_RootTable", c => Fact(c, ModuleFactKind.RootTable));
        table.Add(Machine + "get_RootCount", c => Fact(c, ModuleFactKind.RootCount));
        table.Add(Machine + "get_MemoryLimit", c => Fact(c, ModuleFactKind.MemoryLimit));
        table.Add(Machine + "get_CollectAlways", c => Fact(c, ModuleFactKind.CollectAlways));
        table.Add(Machine + "get_TypeDescriptionOffset", c => Fact(c, ModuleFactKind.TypeDescriptionOffset));
        table.Add(Machine + "ClassRecord", c => c.Return(Operand.Of(new Symbol.ClassRecord(c.TypeArgument))));
        table.Add(Machine + "IsStandardUtf8", IsStandardUtf8);
        table.Add(Machine + "TypeAt", c => c.Return(StackValue.Of(c.Int(0), c.System.SystemType("RuntimeType"))));
    }

    private static bool Fact(IntrinsicCall call, ModuleFactKind kind) =>
        call.Return(Operand.Of(new Symbol.ModuleFact(kind)));

    private static bool Effect(IntrinsicCall call, Operation operation, params Operand[] operands)
    {
        call.Importer.EmitEffect(new Instruction { Operation = operation, Operands = operands });
        return true;
    }

    private static bool GrowMemory(IntrinsicCall call)
    {
        var pages = call.Int(0);
        return call.Return(call.Importer.EmitResult(Operation.MemoryGrow, IrType.I32, pages));
    }

    private static bool IsStandardUtf8(IntrinsicCall call)
    {
        var encoding = call.System.CoreType("System.Text", "UTF8Encoding");
        var standard = Array.Find(
            encoding.Module.Types, t => t?.Declaring == encoding && t.Name == "UTF8EncodingSealed")
            ?? throw new CompilationException("The base library's UTF-8 encoding has no sealed class.");
        var result = call.Importer.CreateTemporary(IrType.I32);
        call.Importer.EmitEffect(new Instruction
        {
            Operation = Operation.IsInstance, Type = call.System.SelfType(standard), Result = result,
            KnownType = call.System.SelfType(encoding), Operands = [call.Int(0)],
        });
        return call.Return(call.Emit(Numeric.I32Ne, Operand.Of(result), Operand.Int(0)));
    }
}
