using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>
/// Protected regions. Every <c>try</c> has a dispatch block that takes the pending exception and tests the clauses in
/// order; a <c>finally</c> exists once and leaves by a switch over how it was entered. Filters run when the exception
/// arrives at their dispatch block, after inner finally blocks: .NET runs them before.
/// </content>
internal sealed partial class MethodImporter
{
    private readonly List<ProtectedRegion> _regions = [];

    private void BuildRegions()
    {
        foreach (var clause in _il.Regions)
        {
            var start = clause.TryOffset;
            var end = clause.TryOffset + clause.TryLength;
            var isCatch = clause.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter;
            var region = _regions.Find(r => isCatch && !r.IsFinally && r.Start == start && r.End == end);
            if (region is null)
            {
                region = new ProtectedRegion { Start = start, End = end };
                region.Clauses.Add(clause);
                _regions.Add(region);
            }
            else
            {
                region.Clauses.Add(clause);
            }
        }

        // Metadata lists inner regions before outer ones, so the first later one that encloses is the parent.
        for (var i = 0; i < _regions.Count; i++)
        {
            _regions[i].Parent = _regions.Skip(i + 1)
                .FirstOrDefault(o => o.Start <= _regions[i].Start && o.End >= _regions[i].End);
        }
    }

    private ProtectedRegion? RegionAt(int offset) => _regions.Find(r => r.Contains(offset));

    private Block? HandlerOf(int offset) =>
        FilterAt(offset) is var (region, index) && region is not null
            ? FilterFault(region, index)
            : RegionAt(offset) is { } inner ? DispatchOf(inner) : null;

    private (ProtectedRegion? Region, int Clause) FilterAt(int offset)
    {
        foreach (var region in _regions)
        {
            for (var i = 0; i < region.Clauses.Count; i++)
            {
                var clause = region.Clauses[i];
                if (clause.Kind == ExceptionRegionKind.Filter && offset >= clause.FilterOffset
                    && offset < clause.HandlerOffset)
                {
                    return (region, i);
                }
            }
        }

        return (null, 0);
    }

    private Block? OuterHandler(ProtectedRegion region) =>
        region.Parent is null ? HandlerOfHandlers(region) : DispatchOf(region.Parent);

    /// <summary>A <c>try</c> inside a filter has no parent region, but its exceptions still end the filter.</summary>
    private Block? HandlerOfHandlers(ProtectedRegion region) =>
        FilterAt(region.Start) is var (outer, index) && outer is not null ? FilterFault(outer, index) : null;

    private Block DispatchOf(ProtectedRegion region)
    {
        if (region.Dispatch is not null)
        {
            return region.Dispatch;
        }

        region.Dispatch = _body.NewBlock();
        region.Exception = _body.NewVariable(IrType.I32);
        region.Continuation = _body.NewVariable(IrType.I32);
        region.Dispatch.Handler = OuterHandler(region);
        var saved = _block;
        _block = region.Dispatch;
        Emit(new Instruction { Operation = Operation.Catch, Result = region.Exception });
        if (region.IsFinally)
        {
            SetVariable(region.Continuation, 0);
            _block.Jump(BlockAt(region.Clauses[0].HandlerOffset, []));
        }
        else
        {
            _block.Jump(ClauseTest(region, 0));
        }

        _block = saved;
        return region.Dispatch;
    }

    private readonly Dictionary<(ProtectedRegion, int), Block> _clauseTests = [];
    private readonly Dictionary<(ProtectedRegion, int), Block> _filterFaults = [];

    /// <summary>The block that decides whether a clause takes the exception; after the last one it goes on.</summary>
    private Block ClauseTest(ProtectedRegion region, int index)
    {
        if (_clauseTests.TryGetValue((region, index), out var block))
        {
            return block;
        }

        block = _body.NewBlock();
        block.Handler = OuterHandler(region);
        _clauseTests[(region, index)] = block;
        var saved = _block;
        _block = block;
        var exception = Operand.Of(region.Exception!);
        if (index == region.Clauses.Count)
        {
            _block.End(TerminatorKind.Throw, exception);
        }
        else if (region.Clauses[index].Kind == ExceptionRegionKind.Filter)
        {
            _block.Jump(BlockAt(region.Clauses[index].FilterOffset, CaughtException(region, null)));
        }
        else
        {
            TestCatch(region, index, exception);
        }

        _block = saved;
        return block;
    }

    private void TestCatch(ProtectedRegion region, int index, Operand exception)
    {
        var clause = region.Clauses[index];
        var type = _system.Tokens.Type(_method, MetadataTokens.GetToken(clause.CatchType));
        var handler = BlockAt(clause.HandlerOffset, CaughtException(region, type));
        if (type == _system.Object || type.Is("System.Exception"))
        {
            _block.Jump(handler);
            return;
        }

        var result = _body.NewTemporary(IrType.I32);
        Emit(new Instruction
        {
            Operation = Operation.IsInstance, Type = type, Result = result, Operands = [exception],
        });
        _block.Branch(Operand.Of(result), handler, ClauseTest(region, index + 1));
    }

    private static StackValue[] CaughtException(ProtectedRegion region, IlType? type) =>
        [new StackValue { Operand = Operand.Of(region.Exception!), Type = type, IsNonNull = true }];

    private Block FilterFault(ProtectedRegion region, int index)
    {
        if (!_filterFaults.TryGetValue((region, index), out var block))
        {
            DispatchOf(region);
            block = _body.NewBlock();
            block.Handler = OuterHandler(region);
            _filterFaults[(region, index)] = block;
            block.Instructions.Add(new Instruction
            {
                Operation = Operation.Catch, Result = _body.NewTemporary(IrType.I32),
            });
            block.Jump(ClauseTest(region, index + 1));
        }

        return block;
    }

    private void ImportThrow()
    {
        var exception = PopOperand();
        Emit(new Instruction { Operation = Operation.NullCheck, Operands = [exception] });
        _block.End(TerminatorKind.Throw, exception);
    }

    private void ImportRethrow()
    {
        var region = _regions.Find(r => !r.IsFinally && r.HandlerContains(_current.Offset))
            ?? throw new InvalidOperationException("rethrow outside of a catch block");
        _block.End(TerminatorKind.Throw, Operand.Of(region.Exception!));
    }

    private void ImportEndFilter()
    {
        var decision = PopOperand();
        var (region, index) = FilterAt(_current.Offset);
        if (region is null)
        {
            throw new InvalidOperationException("endfilter outside of a filter");
        }

        var handler = BlockAt(region.Clauses[index].HandlerOffset, CaughtException(region, null));
        _block.Branch(decision, handler, ClauseTest(region, index + 1));
    }

    private void ImportEndFinally()
    {
        var region = _regions.Where(r => r.IsFinally && r.HandlerContains(_current.Offset))
            .MinBy(r => r.Clauses[0].HandlerLength)
            ?? throw new InvalidOperationException("endfinally outside of finally");
        region.Ends.Add(_block);
    }

    /// <summary>Leaves through every <c>finally</c> between here and the target, innermost first.</summary>
    private void ImportLeave(int target)
    {
        _stack.Clear();
        var crossed = _regions.Where(r => r.IsFinally && r.Clauses[0].Kind == ExceptionRegionKind.Finally
            && r.Contains(_current.Offset) && !r.Contains(target)).Reverse();
        var next = BlockAt(target, []);
        foreach (var region in crossed)
        {
            DispatchOf(region);
            next = EnterFinally(region, next);
        }

        _block.Jump(next);
    }

    private Block EnterFinally(ProtectedRegion region, Block continuation)
    {
        if (!region.ContinuationOf.TryGetValue(continuation, out var number))
        {
            region.Continuations.Add(continuation);
            number = region.Continuations.Count;
            region.ContinuationOf[continuation] = number;
        }

        var enter = _body.NewBlock();
        enter.Handler = region.Dispatch!.Handler;
        var saved = _block;
        _block = enter;
        SetVariable(region.Continuation!, number);
        enter.Jump(BlockAt(region.Clauses[0].HandlerOffset, []));
        _block = saved;
        return enter;
    }

    private void FinishFinally()
    {
        foreach (var region in _regions)
        {
            foreach (var end in region.Ends)
            {
                var again = _body.NewBlock();
                again.Handler = region.Dispatch!.Handler;
                again.End(TerminatorKind.Throw, Operand.Of(region.Exception!));
                end.Terminator = TerminatorKind.Switch;
                end.Value = Operand.Of(region.Continuation!);
                end.Targets = [again, .. region.Continuations, again];
            }
        }
    }

    private void SetVariable(Register variable, int value) => Emit(new Instruction
    {
        Operation = Operation.Move, Result = variable, Operands = [Operand.Int(value)],
    });
}
