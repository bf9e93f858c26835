using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Layouts;

/// <summary>How arguments and results travel between compiled methods.</summary>
/// <remarks>
/// Scalars and references are WebAssembly values. A structure of up to four scalars is passed as those scalars; a
/// larger one by the address of a copy that the caller owns. A structure of one scalar is returned as that scalar,
/// others through a hidden first parameter with the address of the caller's buffer.
/// </remarks>
internal sealed class CallingConvention
{
    private const int MaxPassedLeaves = 4;

    private readonly LayoutBuilder _layouts;

    public CallingConvention(LayoutBuilder layouts) => _layouts = layouts;

    /// <summary>The scalars a structure is passed as, or null when it goes by address.</summary>
    public Leaf[]? PassedLeaves(IlType type) =>
        _layouts.LayoutOf(type).Leaves is { Length: <= MaxPassedLeaves } leaves ? leaves : null;

    /// <summary>
    /// The scalar that a structure is returned as, or null when it is written to the caller's buffer.
    /// </summary>
    public Leaf? ReturnedLeaf(IlType type) =>
        _layouts.LayoutOf(type).Leaves is [var leaf] ? leaf : null;

    public bool ReturnsThroughBuffer(IlType type) => _layouts.IsStructure(type) && ReturnedLeaf(type) is null;

    public FunctionType TypeOf(IlMethod method) =>
        TypeOf(method.Signature, method.IsStatic ? null : method.ReceiverType);

    /// <param name="signature">Parameters and result.</param>
    /// <param name="receiver">Type of the first argument of instance methods; null for static ones.</param>
    public FunctionType TypeOf(IlSignature signature, IlType? receiver)
    {
        var parameters = new List<IrType>();
        if (ReturnsThroughBuffer(signature.ReturnType))
        {
            parameters.Add(IrType.I32);
        }

        if (receiver is not null)
        {
            parameters.Add(IrType.I32);
        }

        foreach (var parameter in signature.Parameters)
        {
            AddParameter(parameters, parameter);
        }

        return FunctionType.Of(parameters, ResultOf(signature.ReturnType));
    }

    public IrType ResultOf(IlType type)
    {
        if (type.IsVoid)
        {
            return IrType.Void;
        }

        if (_layouts.ScalarKind(type) is { } kind)
        {
            return kind.Register();
        }

        return ReturnedLeaf(type)?.Kind.Register() ?? IrType.Void;
    }

    private void AddParameter(List<IrType> parameters, IlType type)
    {
        if (_layouts.ScalarKind(type) is { } kind)
        {
            parameters.Add(kind.Register());
        }
        else if (PassedLeaves(type) is { } leaves)
        {
            parameters.AddRange(leaves.Select(l => l.Kind.Register()));
        }
        else
        {
            parameters.Add(IrType.I32);
        }
    }
}
