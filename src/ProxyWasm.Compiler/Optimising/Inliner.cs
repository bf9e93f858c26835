using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Replaces calls of small methods by their bodies.</summary>
internal sealed class Inliner
{
    /// <summary>
    /// Callees up to this many instructions are always worth it: the call itself costs about as much.
    /// </summary>
    private const int SmallSize = 14;

    /// <summary>With AggressiveInlining, or inside of loops over spans, callers say that more is worth it.</summary>
    private const int AggressiveSize = 120;

    /// <summary>On the way to an exception only what is smaller than its call is worth it.</summary>
    private const int ColdSize = 4;

    /// <summary>A body does not grow beyond this.</summary>
    private const int MaxCallerSize = 1500;

    private readonly ProgramModel _program;
    private readonly Body _body;
    private int _size;

    private Inliner(ProgramModel program, Body body)
    {
        _program = program;
        _body = body;
        _size = SizeOf(body);
    }

    public static bool Run(ProgramModel program, Body body) => new Inliner(program, body).Run();

    /// <summary>Whether the body is small enough to be inlined anywhere.</summary>
    public static bool MayInline(Body body) => InlineSizeOf(body) <= AggressiveSize;

    public static int SizeOf(Body body) => body.Blocks.Sum(b => b.Instructions.Count + 1);

    private bool Run()
    {
        var changed = false;
        for (var i = 0; i < _body.Blocks.Count && _size < MaxCallerSize; i++)
        {
            var block = _body.Blocks[i];
            for (var k = 0; k < block.Instructions.Count; k++)
            {
                var call = block.Instructions[k];
                if (call.Operation == Operation.Call && Candidate(call.Method!, IsCold(block)) is { } callee)
                {
                    Splice(block, k, callee);
                    changed = true;
                    break;
                }
            }
        }

        return changed;
    }

    private static bool IsCold(Block block) => block.Terminator is TerminatorKind.Throw or TerminatorKind.Unreachable;

    private Body? Candidate(IlMethod method, bool isCold)
    {
        if (method == _body.Method || Imports.IsImport(method)
            || (method.Definition.ImplAttributes & System.Reflection.MethodImplAttributes.NoInlining) != 0)
        {
            return null;
        }

        var callee = _program.Bodies.Get(method);
        if (callee.InlineSize is not { } size)
        {
            size = InlineSizeOf(callee);
            callee.InlineSize = size;
        }

        var aggressive = (method.Definition.ImplAttributes
            & System.Reflection.MethodImplAttributes.AggressiveInlining) != 0;
        if (size > (isCold || callee.NeverReturns ? ColdSize : aggressive ? AggressiveSize : SmallSize))
        {
            return null;
        }

        _size += size;
        return callee;
    }

    private static int InlineSizeOf(Body callee)
    {
        var size = 0;
        foreach (var block in callee.Blocks)
        {
            size += block.Instructions.Count + (block.Targets.Length > 1 ? 1 : 0);
            if (block.Handler is not null || block.Instructions.Exists(i => i.Operation == Operation.StackAlloc
                || (i.Operation == Operation.Call && i.Method == callee.Method)))
            {
                return int.MaxValue;
            }
        }

        return size;
    }

    private void Splice(Block block, int index, Body callee)
    {
        var call = block.Instructions[index];
        var rest = _body.NewBlock();
        rest.Handler = block.Handler;
        rest.Instructions = block.Instructions.GetRange(index + 1, block.Instructions.Count - index - 1);
        rest.Terminator = block.Terminator;
        rest.Value = block.Value;
        rest.Targets = block.Targets;
        block.Instructions.RemoveRange(index, block.Instructions.Count - index);
        var copy = new BodyCopy(_body, callee, block.Handler);
        for (var i = 0; i < callee.Parameters.Count; i++)
        {
            block.Instructions.Add(new Instruction
            {
                Operation = Operation.Move, Result = copy.Map(callee.Parameters[i]), Operands = [call.Operands[i]],
            });
        }

        block.Jump(copy.Entry);
        copy.Return(rest, call.Result);
    }
}
