namespace ProxyWasm.Compiler.Emitting;

/// <summary>Removes branches to where control would be anyway, and what separates code that never meets.</summary>
internal static class CodeTightening
{
    public static void Run(List<WasmInstruction> code)
    {
        var closings = FindClosings(code);
        RemoveBranches(code, closings);
        RemoveElses(code);
        RemoveReturn(code);
    }

    /// <summary>For every <c>else</c>, where the matching <c>end</c> is.</summary>
    private static Dictionary<int, int> FindClosings(List<WasmInstruction> code)
    {
        var closings = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var i = 0; i < code.Count; i++)
        {
            switch (code[i].Opcode)
            {
                case Opcode.Block or Opcode.Loop or Opcode.If:
                    open.Push(-1);
                    break;
                case Opcode.Else:
                    open.Pop();
                    open.Push(i);
                    break;
                case Opcode.End when open.TryPop(out var start) && start >= 0:
                    closings[start] = i;
                    break;
                default:
                    break;
            }
        }

        return closings;
    }

    private static void RemoveBranches(List<WasmInstruction> code, Dictionary<int, int> closings)
    {
        var isLoop = new Stack<bool>();
        var removed = new HashSet<int>();
        for (var i = 0; i < code.Count; i++)
        {
            switch (code[i].Opcode)
            {
                case Opcode.Block or Opcode.Loop or Opcode.If:
                    isLoop.Push(code[i].Opcode == Opcode.Loop);
                    break;
                case Opcode.End:
                    isLoop.TryPop(out _);
                    break;
                case Opcode.Br when !isLoop.ElementAtOrDefault((int)code[i].Immediate)
                    && EndsReached(code, closings, i + 1) > code[i].Immediate:
                    removed.Add(i);
                    break;
                default:
                    break;
            }
        }

        RemoveAt(code, removed);
    }

    /// <summary>How many constructs end at a place before anything else is done.</summary>
    private static int EndsReached(List<WasmInstruction> code, Dictionary<int, int> closings, int position)
    {
        var ends = 0;
        while (position < code.Count - 1)
        {
            if (code[position].Opcode == Opcode.Else)
            {
                position = closings[position];
            }

            if (code[position].Opcode != Opcode.End)
            {
                break;
            }

            ends++;
            position++;
        }

        return ends;
    }

    /// <summary>After an arm that leaves, the other one needs no construct of its own.</summary>
    private static void RemoveElses(List<WasmInstruction> code)
    {
        // For each open construct: whether it is an arm whose end has moved to where its else was.
        var open = new List<bool>();
        var removed = new HashSet<int>();
        for (var i = 0; i < code.Count; i++)
        {
            switch (code[i].Opcode)
            {
                case Opcode.Block or Opcode.Loop or Opcode.If:
                    open.Add(false);
                    break;
                case Opcode.Else when Leaves(code[i - 1].Opcode):
                    code[i] = new WasmInstruction(Opcode.End);
                    open[^1] = true;
                    break;
                case Opcode.End when open.Count > 0:
                    if (open[^1])
                    {
                        removed.Add(i);
                    }

                    open.RemoveAt(open.Count - 1);
                    break;
                case Opcode.Br or Opcode.BrIf:
                    code[i] = code[i] with { Immediate = Lowered(open, (int)code[i].Immediate) };
                    break;
                case Opcode.BrTable:
                    code[i] = code[i] with
                    {
                        Reference = ((int[])code[i].Reference!).Select(d => Lowered(open, d)).ToArray(),
                    };
                    break;
                default:
                    break;
            }
        }

        RemoveAt(code, removed);
    }

    private static bool Leaves(Opcode opcode) =>
        opcode is Opcode.Br or Opcode.BrTable or Opcode.Return or Opcode.Unreachable;

    private static int Lowered(List<bool> open, int depth)
    {
        var lowered = depth;
        for (var i = 1; i <= depth && i <= open.Count; i++)
        {
            lowered -= open[^i] ? 1 : 0;
        }

        return lowered;
    }

    /// <summary>The end of a function returns.</summary>
    private static void RemoveReturn(List<WasmInstruction> code)
    {
        if (code is [.., { Opcode: Opcode.Return }, { Opcode: Opcode.Unreachable }, { Opcode: Opcode.End }])
        {
            code.RemoveRange(code.Count - 3, 2);
        }
        else if (code is [.., { Opcode: Opcode.Return }, { Opcode: Opcode.End }])
        {
            code.RemoveAt(code.Count - 2);
        }
    }

    private static void RemoveAt(List<WasmInstruction> code, HashSet<int> positions)
    {
        if (positions.Count > 0)
        {
            var position = 0;
            code.RemoveAll(_ => positions.Contains(position++));
        }
    }
}
