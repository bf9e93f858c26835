using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Repeats a block that only tests a variable at the end of the blocks that have just assigned it: most of them
/// assign a constant, and then there is nothing left to test.
/// </summary>
internal static class JumpThreading
{
    /// <summary>More than a test and what it needs is not repeated.</summary>
    private const int MaxInstructions = 2;

    public static bool Run(Body body)
    {
        var positions = new Dictionary<Block, int>();
        foreach (var block in BlockOrder.ReversePostorder(body))
        {
            positions[block] = positions.Count;
        }

        var uses = CountUses(body);
        var changed = false;
        foreach (var block in body.Blocks)
        {
            // Repeating the header of a loop would give the loop two entries.
            if (block.Terminator == TerminatorKind.Jump && block.Targets[0] is var test
                && positions.TryGetValue(block, out var from) && from < positions[test]
                && IsTest(test, uses) && Assigns(block, test)
                && !body.Blocks.Exists(b => positions.TryGetValue(b, out var other)
                    && other >= positions[test] && b.Targets.Contains(test)))
            {
                Repeat(body, test, block);
                changed = true;
            }
        }

        return changed;
    }

    private static int[] CountUses(Body body)
    {
        var uses = new int[body.Registers.Count];
        foreach (var block in body.Blocks)
        {
            foreach (var operand in block.Instructions.SelectMany(i => i.Operands).Append(block.Value))
            {
                if (operand.IsRegister)
                {
                    uses[operand.Register.Id]++;
                }
            }
        }

        return uses;
    }

    private static bool IsTest(Block block, int[] uses) => block.Terminator == TerminatorKind.Branch
        && block.Value.IsRegister && block.Instructions.Count <= MaxInstructions
        && block.Instructions.TrueForAll(i => i.Result is { IsVariable: false } result && result.Id < uses.Length
            && (i.Operation == Operation.Move || (i.Operation == Operation.Numeric && !i.Numeric.MayTrap()))
            && uses[result.Id] == UsesIn(block, result));

    private static int UsesIn(Block block, Register register) =>
        block.Instructions.SelectMany(i => i.Operands).Append(block.Value)
            .Count(o => o.IsRegister && o.Register == register);

    /// <summary>Whether the block ends with giving a value to something that is tested.</summary>
    private static bool Assigns(Block block, Block test) =>
        block.Instructions.TakeLast(MaxInstructions).Any(i => i is { Operation: Operation.Move, Result: { } result }
            && (i.Operands[0].IsConstant || i == block.Instructions[^1])
            && test.Instructions.SelectMany(t => t.Operands).Append(test.Value)
                .Any(o => o.IsRegister && o.Register == result));

    private static void Repeat(Body body, Block test, Block block)
    {
        var copies = new Dictionary<Register, Register>();
        foreach (var instruction in test.Instructions)
        {
            var operands = instruction.Operands.Select(Map).ToArray();
            var result = body.NewTemporary(instruction.Result!.Type);
            copies[instruction.Result] = result;
            block.Instructions.Add(instruction.Clone(result, operands));
        }

        block.Branch(Map(test.Value), test.Targets[0], test.Targets[1]);

        Operand Map(Operand operand) => operand.IsRegister && copies.TryGetValue(operand.Register, out var copy)
            ? Operand.Of(copy) : operand;
    }
}
