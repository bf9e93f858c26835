using ProxyWasm.Compiler.Importing;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Substitution;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>Makes the body of each method once, from whatever it is made of.</summary>
internal sealed class BodyCache
{
    private readonly ProgramModel _program;
    private readonly Dictionary<IlMethod, Body> _bodies = [];

    public BodyCache(ProgramModel program) => _program = program;

    /// <summary>Methods that cannot run, with what to say about each.</summary>
    public Dictionary<IlMethod, string> Unsupported { get; } = [];

    /// <summary>Methods on which the compiler fails, with how.</summary>
    public Dictionary<IlMethod, string> Failed { get; } = [];

    /// <summary>Whether a method on which the compiler fails raises an exception and does not end everything.</summary>
    public bool GoesOn { get; set; }

    public Body Get(IlMethod method)
    {
        if (!_bodies.TryGetValue(method, out var body))
        {
            body = GoesOn ? TryCreate(method) : Create(method);
            _bodies[method] = body;
        }

        return body;
    }

    private Body TryCreate(IlMethod method)
    {
        try
        {
            return Create(method);
        }
        catch (CompilationException exception)
        {
            Failed[method] = exception.Message;
            return Refuse(method, exception.Message);
        }
    }

    private Body Create(IlMethod method)
    {
        if (method.Definition.Synthetic != SyntheticKind.None)
        {
            return new SyntheticBodies(_program).Create(method);
        }

        if (AttributeBodies.IsRequested(method))
        {
            return AttributeBodies.Create(_program, method);
        }

        if (UnsupportedMembers.Reason(method) is { } reason)
        {
            return Refuse(method, reason);
        }

        if (method.Definition.BodyAddress == 0 || IsOwnCall(method))
        {
            return Refuse(method, "it is implemented by the runtime itself, and this compiler has no counterpart");
        }

        return MethodImporter.Import(_program, method);
    }

    /// <summary>A body that only calls itself stands for an intrinsic that is not implemented.</summary>
    private bool IsOwnCall(IlMethod method)
    {
        if (!CustomAttributes.Has(method.Definition, "IntrinsicAttribute"))
        {
            return false;
        }

        var il = new IlBody(_program.System, method);
        return il.Size < 24 && il.Instructions.Any(i => i.OpCode == System.Reflection.Metadata.ILOpCode.Call
            && _program.System.Tokens.Method(method, i.Token).Definition == method.Definition);
    }

    private Body Refuse(IlMethod method, string reason)
    {
        Unsupported[method] = reason;
        var body = new Body(method, _program.Conventions.TypeOf(method));
        for (var i = 0; i < body.Type.Count; i++)
        {
            body.Parameters.Add(body.NewTemporary(body.Type.Parameter(i)));
        }

        body.Entry.Instructions.Add(new Instruction
        {
            Operation = Operation.Call,
            Method = _program.RuntimeMethod("Throwing", "NotSupported"),
            Operands = [Operand.Of(new Symbol.Text(method.Key))],
        });
        body.Entry.End(TerminatorKind.Unreachable);
        return body;
    }
}
