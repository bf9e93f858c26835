using System.Reflection.Metadata;
using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Translates the IL of one method instance into a <see cref="Body"/>.</summary>
/// <remarks>
/// Blocks are imported on demand from the entry, so code behind a condition that is constant for this instance is never
/// looked at. The evaluation stack holds operands; scalars are evaluated where they are pushed, structures stay a
/// reference to where they lie until something could change that memory.
/// </remarks>
internal sealed partial class MethodImporter
{
    private readonly ProgramModel _program;
    private readonly TypeSystem _system;
    private readonly LayoutBuilder _layouts;
    private readonly CallingConvention _conventions;
    private readonly IlMethod _method;
    private readonly IlBody _il;
    private readonly Body _body;
    private readonly List<StackValue> _stack = [];
    private readonly Dictionary<int, Block> _blocks = [];
    private readonly Dictionary<Block, StackValue[]> _entryStacks = [];
    private readonly Queue<int> _pending = new();
    private readonly Dictionary<(int, IrType), Register> _stackRegisters = [];
    private readonly Dictionary<(int, IlType), Slot> _stackSlots = [];
    private readonly HashSet<int> _leaders = [];
    private Variable[] _arguments = [];
    private Variable[] _locals = [];
    private Operand _resultBuffer;
    private Block _block;
    private IlInstruction _current = null!; // set before any instruction is imported
    private IlType? _constrained;

    private MethodImporter(ProgramModel program, IlMethod method)
    {
        _program = program;
        _system = program.System;
        _layouts = program.Layouts;
        _conventions = program.Conventions;
        _method = method;
        _il = new IlBody(program.System, method);
        _body = new Body(method, _conventions.TypeOf(method));
        _block = _body.Entry;
    }

    public static Body Import(ProgramModel program, IlMethod method)
    {
        var importer = new MethodImporter(program, method);
        try
        {
            importer.Run();
        }
        catch (InvalidOperationException exception)
        {
            throw new CompilationException(
                $"{method} at IL_{importer._current?.Offset:X4}: {exception.Message}", exception);
        }

        return importer._body;
    }

    public ProgramModel Program => _program;

    /// <summary>Whether the imported method is one of the runtime library.</summary>
    public bool IsInRuntime => _program.IsRuntimeMethod(_method);

    public TypeSystem System => _system;

    private void Run()
    {
        FindLeaders();
        BuildRegions();
        PrepareVariables();
        InitialiseOwnerAtEntry();
        var entry = BlockAt(0, []);
        _block.Jump(entry);
        while (_pending.Count > 0)
        {
            ImportBlock(_pending.Dequeue());
        }

        FinishFinally();
    }

    private void FindLeaders()
    {
        _leaders.Add(0);
        foreach (var instruction in _il.Instructions)
        {
            _leaders.UnionWith(instruction.Targets);
            if (instruction.EndsBlock)
            {
                _leaders.Add(instruction.Next);
            }
        }

        foreach (var region in _il.Regions)
        {
            _leaders.Add(region.TryOffset);
            _leaders.Add(region.TryOffset + region.TryLength);
            _leaders.Add(region.HandlerOffset);
            _leaders.Add(region.HandlerOffset + region.HandlerLength);
            if (region.Kind == ExceptionRegionKind.Filter)
            {
                _leaders.Add(region.FilterOffset);
            }
        }
    }

    /// <summary>The block that begins at an offset; the first arrival decides what its stack looks like.</summary>
    private Block BlockAt(int offset, StackValue[] stack)
    {
        if (!_blocks.TryGetValue(offset, out var block))
        {
            block = _body.NewBlock();
            block.Handler = HandlerOf(offset);
            _blocks[offset] = block;
            _entryStacks[block] = stack;
            _pending.Enqueue(offset);
        }

        return block;
    }

    private void ImportBlock(int offset)
    {
        _block = _blocks[offset];
        _stack.Clear();
        foreach (var value in _entryStacks[_block])
        {
            Push(Reloaded(value));
        }

        for (var index = _il.IndexOf[offset]; ; index++)
        {
            _current = _il.Instructions[index];
            if (!ImportInstruction(_current))
            {
                return;
            }

            if (_leaders.Contains(_current.Next))
            {
                _block.Jump(Continue(_current.Next));
                return;
            }
        }
    }

    /// <summary>A copy of a value that arrived in the shared registers, which the block itself may overwrite.</summary>
    private StackValue Reloaded(StackValue value)
    {
        if (value.IsStructure)
        {
            return value with { IsOwned = false } is var shared ? CopyOf(shared) : value;
        }

        return value.Operand.IsRegister && value.Operand.Register.IsVariable
            ? value with { Operand = Operand.Of(MoveToTemporary(value.Operand)) }
            : value;
    }

    /// <summary>
    /// Leaves the current stack in the registers that all ways into a block share, and names the block.
    /// </summary>
    private Block Continue(int offset)
    {
        if (_stack.Count == 0)
        {
            return BlockAt(offset, []);
        }

        var known = _blocks.TryGetValue(offset, out var existing) ? _entryStacks[existing] : null;
        var shared = new StackValue[_stack.Count];
        for (var depth = 0; depth < shared.Length; depth++)
        {
            shared[depth] = Share(depth, _stack[depth], known?[depth]);
        }

        return BlockAt(offset, shared);
    }

    private StackValue Share(int depth, StackValue value, StackValue? expected)
    {
        value = Materialise(value);
        if (value.IsStructure)
        {
            var type = expected?.Type ?? value.Type!;
            if (!_stackSlots.TryGetValue((depth, type), out var slot))
            {
                slot = NewSlot(type);
                _stackSlots[(depth, type)] = slot;
            }

            CopyStructure(Operand.AddressOf(slot), 0, value);
            return new StackValue { Operand = Operand.AddressOf(slot), Type = type, IsStructure = true };
        }

        var wanted = expected?.IrType ?? value.IrType;
        if (!_stackRegisters.TryGetValue((depth, wanted), out var register))
        {
            register = _body.NewVariable(wanted);
            _stackRegisters[(depth, wanted)] = register;
        }

        Emit(new Instruction
        {
            Operation = Operation.Move, Result = register, Operands = [Coerce(value.Operand, wanted)],
        });
        // What another way brings here may be of any other class.
        var merged = value.Type is { IsReference: true } ? _system.Object : value.Type;
        return new StackValue { Operand = Operand.Of(register), Type = merged };
    }
}
