using System.Reflection.Metadata;
using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Calls whose result is known when the program is compiled.</summary>
internal sealed class Folding
{
    /// <summary>Larger methods are not looked into: what switches features is small.</summary>
    private const int MaxFoldedIl = 64;

    private const int MaxDepth = 6;

    private readonly ProgramModel _program;
    private readonly Dictionary<IlMethod, Operand?> _constants = [];
    private int _depth;

    public Folding(ProgramModel program) => _program = program;

    public static KnownStatic KnownStaticOf(IlField field) =>
        (field.Owner.Definition!.FullName, field.Definition.Name) switch
    {
        ("System.String", "Empty") => KnownStatic.EmptyString,
        ("System.BitConverter", "IsLittleEndian") => KnownStatic.True,
        _ => KnownStatic.None,
    };

    public StackValue? TryFold(MethodImporter importer, IlMethod method, StackValue[] arguments)
    {
        if (FeatureSwitches.Value(method) is { } fixedValue)
        {
            return StackValue.Int(fixedValue);
        }

        if (TypeQueries.TryFold(_program, importer, method, arguments) is { } answer)
        {
            return answer;
        }

        return method.IsStatic && arguments.Length == 0 && ConstantOf(method) is { } constant
            ? StackValue.Of(constant, method.Signature.ReturnType)
            : null;
    }

    /// <summary>The constant that a small parameterless method returns in every case.</summary>
    private Operand? ConstantOf(IlMethod method)
    {
        if (_constants.TryGetValue(method, out var known))
        {
            return known;
        }

        _constants[method] = null;
        if (!IsCandidate(method) || _depth >= MaxDepth)
        {
            return null;
        }

        _depth++;
        var body = _program.Bodies.Get(method);
        _depth--;
        var result = SingleResult(body);
        _constants[method] = result;
        return result;
    }

    private bool IsCandidate(IlMethod method) =>
        method.Signature.ReturnType.Primitive is Primitive.Boolean or Primitive.Int32
        && method.Definition is { BodyAddress: not 0, Synthetic: SyntheticKind.None }
        && _program.Substituted(method) == method
        && method.Definition.Owner.Module.Image.GetMethodBody(method.Definition.BodyAddress).GetILReader().Length
            <= MaxFoldedIl;

    private static Operand? SingleResult(Body body)
    {
        var block = body.Entry;
        for (var steps = 0; steps < body.Blocks.Count; steps++)
        {
            if (block.Instructions.Any(i => i.Operation != Operation.Move))
            {
                return null;
            }

            if (block.Terminator == TerminatorKind.Return)
            {
                return block.Value.IsConstant ? block.Value : null;
            }

            if (block.Terminator != TerminatorKind.Jump)
            {
                return null;
            }

            block = block.Targets[0];
        }

        return null;
    }
}
