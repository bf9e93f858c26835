using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Turns IL-level arguments into operands of the calling convention, and the result back.</summary>
internal sealed class CallBuilder
{
    private readonly MethodImporter _importer;
    private readonly IlType _returnType;
    private readonly List<Operand> _operands = [];
    private readonly Slot? _buffer;

    public CallBuilder(MethodImporter importer, IlType returnType)
    {
        _importer = importer;
        _returnType = returnType;
        if (importer.Program.Conventions.ReturnsThroughBuffer(returnType))
        {
            _buffer = importer.CreateSlot(returnType);
            _operands.Add(Operand.AddressOf(_buffer));
        }
    }

    public void Add(StackValue argument, IlType type)
    {
        argument = _importer.Materialise(argument);
        var layouts = _importer.Program.Layouts;
        if (layouts.ScalarKind(type) is { } kind)
        {
            var operand = argument.IsStructure ? _importer.ScalarOf(argument) : argument.Operand;
            _operands.Add(_importer.Coerce(operand, kind.Register()));
            return;
        }

        if (!argument.IsStructure)
        {
            // A handle that is known only by its address becomes the structure around it.
            argument = _importer.CopyOf(argument with { Type = type });
        }

        if (_importer.Program.Conventions.PassedLeaves(type) is { } leaves)
        {
            foreach (var leaf in leaves)
            {
                _operands.Add(_importer.EmitLoad(argument.Operand, argument.Offset + leaf.Offset, leaf.Kind));
            }

            return;
        }

        if (!argument.IsOwned)
        {
            argument = _importer.CopyOf(argument with { Type = type });
        }

        _operands.Add(_importer.AddOffset(argument.Operand, argument.Offset));
    }

    public void Finish(Func<Operand[], Instruction> create)
    {
        var instruction = create([.. _operands]);
        var conventions = _importer.Program.Conventions;
        var resultType = conventions.ResultOf(_returnType);
        if (resultType != IrType.Void)
        {
            instruction.Result = _importer.CreateTemporary(resultType);
        }

        _importer.EmitEffect(instruction);
        if (_returnType.IsVoid)
        {
            return;
        }

        if (_buffer is not null)
        {
            _importer.Push(Owned(_buffer));
        }
        else if (_importer.Program.Layouts.IsStructure(_returnType))
        {
            var slot = _importer.CreateSlot(_returnType);
            var leaf = conventions.ReturnedLeaf(_returnType)!.Value;
            _importer.EmitStore(Operand.AddressOf(slot), leaf.Offset, leaf.Kind, Operand.Of(instruction.Result!));
            _importer.Push(Owned(slot));
        }
        else
        {
            _importer.Push(Operand.Of(instruction.Result!), _returnType);
        }
    }

    private StackValue Owned(Slot slot) => new()
    {
        Operand = Operand.AddressOf(slot), Type = _returnType, IsStructure = true, IsOwned = true,
    };
}
