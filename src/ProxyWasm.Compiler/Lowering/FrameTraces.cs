using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Lowering;

/// <summary>Lets every method that an exception leaves add its name to the exception's stack trace.</summary>
internal static class FrameTraces
{
    public static IlMethod Recorder(ProgramModel program) => program.RuntimeMethod("Exceptions", "Record");

    /// <summary>
    /// An async method keeps its exception for whoever awaits it, which is how the exception leaves it. To be called
    /// before the optimiser mixes methods.
    /// </summary>
    public static void AddToAsync(ProgramModel program, Body body)
    {
        if (body.Method.Name != "MoveNext" || IsHidden(program, body.Method))
        {
            return;
        }

        foreach (var block in body.Blocks)
        {
            var index = block.Instructions.FindIndex(
                i => i.Operation == Operation.Call && i.Method!.Name == "SetException");
            if (index >= 0)
            {
                var exception = block.Instructions[index].Operands[^1];
                block.Instructions.Insert(index, Record(program, exception, body.Method));
            }
        }
    }

    /// <summary>To be called when it is known which methods may raise exceptions.</summary>
    public static void Add(ProgramModel program, Body body)
    {
        if (!body.MayThrow || IsHidden(program, body.Method))
        {
            return;
        }

        var leaving = body.Blocks.Where(b => b.Handler is null).ToArray();
        var record = body.NewBlock();
        var exception = Operand.Of(body.NewTemporary(IrType.I32));
        record.Instructions.Add(new Instruction { Operation = Operation.Catch, Result = exception.Register });
        record.Instructions.Add(Record(program, exception, body.Method));
        record.End(TerminatorKind.Throw, exception);
        foreach (var block in leaving)
        {
            block.Handler = record;
        }
    }

    private static Instruction Record(ProgramModel program, Operand exception, IlMethod method) => new()
    {
        Operation = Operation.Call, Method = Recorder(program),
        Operands = [exception, Operand.Of(new Symbol.Text(NameOf(method)))],
    };

    private static bool IsHidden(ProgramModel program, IlMethod method) => program.IsRuntimeMethod(method)
        || method.Definition.Synthetic != SyntheticKind.None
        || CustomAttributes.Has(method.Definition, "StackTraceHiddenAttribute")
        || IsPlumbing(method.Owner.Definition);

    /// <summary>What the compiler makes the program call around each <c>await</c>.</summary>
    private static bool IsPlumbing(TypeDef? type) => type is { Namespace: "System.Runtime.CompilerServices" }
        && type.Module.IsFramework;

    /// <summary>The name as in the source: code of an async method or an iterator lies in a class of its own.</summary>
    private static string NameOf(IlMethod method)
    {
        var owner = method.Owner.ToString().Replace('+', '.');
        var start = owner.LastIndexOf(".<", StringComparison.Ordinal);
        var end = owner.IndexOf(">d__", StringComparison.Ordinal);
        return method.Name == "MoveNext" && start >= 0 && end > start
            ? $"{owner[..start]}.{owner[(start + 2)..end]}"
            : $"{owner}.{method.Name}";
    }
}
