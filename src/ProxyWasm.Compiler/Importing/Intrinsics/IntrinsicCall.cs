using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>A call to an intrinsic method: what it is called with and where to emit to.</summary>
internal sealed class IntrinsicCall
{
    public IntrinsicCall(MethodImporter importer, IlMethod method, StackValue[] arguments)
    {
        Importer = importer;
        Method = method;
        Arguments = arguments;
    }

    public MethodImporter Importer { get; }

    public IlMethod Method { get; }

    public StackValue[] Arguments { get; }

    public TypeSystem System => Importer.System;

    public IlType TypeArgument => Method.Arguments[0];

    public int SizeOf(IlType type) => Importer.Program.Layouts.SizeOf(type);

    /// <summary>An argument as a scalar.</summary>
    public Operand Operand(int index)
    {
        var value = Importer.Materialise(Arguments[index]);
        return value.IsStructure ? Importer.ScalarOf(value) : value.Operand;
    }

    public Operand Int(int index) => Importer.Coerce(Operand(index), IrType.I32);

    public Operand Emit(Numeric numeric, params Operand[] operands) => Importer.EmitNumeric(numeric, operands);

    public bool Return(Operand operand, IlType? type = null)
    {
        Importer.Push(operand, type ?? Method.Signature.ReturnType);
        return true;
    }

    public bool Return(StackValue value)
    {
        Importer.Push(value);
        return true;
    }
}
