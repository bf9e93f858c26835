namespace ProxyWasm.Compiler.Loading;

/// <summary>
/// Return and parameter types of a method or function pointer; the receiver is not among the parameters.
/// </summary>
internal sealed record IlSignature(bool IsInstance, int GenericArity, IlType ReturnType, IlType[] Parameters)
{
    /// <summary>Equal keys mean equal signatures, because types are interned.</summary>
    public string Key => field ??= $"{(IsInstance ? 'i' : 's')}{ReturnType.Id}{ParameterKey}";

    /// <summary>The part of <see cref="Key"/> that overriding compares when a return type may vary.</summary>
    public string ParameterKey => field ??= $"({string.Join(',', Parameters.Select(p => p.Id))})";

    public IlSignature Substitute(IlType[] typeArguments, IlType[] methodArguments)
    {
        var parameters = Parameters.Length == 0 ? Parameters : new IlType[Parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Parameters[i].Substitute(typeArguments, methodArguments);
        }

        return new IlSignature(
            IsInstance, GenericArity, ReturnType.Substitute(typeArguments, methodArguments), parameters);
    }
}
