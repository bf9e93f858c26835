using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Structuring;

namespace ProxyWasm.Compiler.Emitting;

/// <content>Ways from one block to the next.</content>
internal sealed partial class FunctionEmitter
{
    private void EmitBranch(FlowNode node)
    {
        var whenTrue = _graph.NodeOf(node.Block.Targets[0]);
        var whenFalse = _graph.NodeOf(node.Block.Targets[1]);
        EmitOperand(node, node.Block.Value);
        if (IsLabelled(node, whenTrue))
        {
            _code.Add(Opcode.BrIf, Depth(node, whenTrue));
            Go(node, whenFalse.Block);
        }
        else if (IsLabelled(node, whenFalse))
        {
            _code.Numeric(Numeric.I32Eqz);
            _code.Add(Opcode.BrIf, Depth(node, whenFalse));
            Go(node, whenTrue.Block);
        }
        else
        {
            if (_code.TakeNegation())
            {
                (whenTrue, whenFalse) = (whenFalse, whenTrue);
            }

            _code.Add(Opcode.If);
            _labels.Add((null, false));
            EmitTree(whenTrue);
            _code.Add(Opcode.Else);
            EmitTree(whenFalse);
            _labels.RemoveAt(_labels.Count - 1);
            _code.Add(Opcode.End);
        }
    }

    private void EmitSwitch(FlowNode node)
    {
        EmitOperand(node, node.Block.Value);
        var depths = node.Block.Targets.Select(t => Depth(node, _graph.NodeOf(t))).ToArray();
        _code.Add(Opcode.BrTable, 0, depths);
    }

    private void Go(FlowNode from, Block target)
    {
        var node = _graph.NodeOf(target);
        if (IsLabelled(from, node))
        {
            _code.Add(Opcode.Br, Depth(from, node));
        }
        else
        {
            EmitTree(node);
        }
    }

    private static bool IsLabelled(FlowNode from, FlowNode to) => to.Order <= from.Order || to.IsMerge;

    private int Depth(FlowNode from, FlowNode to)
    {
        var isLoop = to.Order <= from.Order;
        for (var i = _labels.Count - 1; i >= 0; i--)
        {
            if (_labels[i].Node == to && _labels[i].IsLoop == isLoop)
            {
                return _labels.Count - 1 - i;
            }
        }

        throw new InvalidOperationException($"{to.Block} is not in scope at {from.Block}");
    }
}
