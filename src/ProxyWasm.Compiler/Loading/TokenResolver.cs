using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Resolves metadata tokens in the generic context of a method.</summary>
internal sealed class TokenResolver
{
    private readonly TypeSystem _system;
    private readonly Dictionary<(string, int), MethodDef> _arrayMethods = [];

    public TokenResolver(TypeSystem system) => _system = system;

    public IlType Type(IlMethod context, int token) =>
        Close(context, (IlType)Open(context.Definition.Owner.Module, MetadataTokens.EntityHandle(token)));

    public IlMethod Method(IlMethod context, int token)
    {
        var open = (OpenMethod)Open(context.Definition.Owner.Module, MetadataTokens.EntityHandle(token));
        return _system.Method(
            open.Definition, Close(context, open.Owner), [.. open.Arguments.Select(a => Close(context, a))]);
    }

    public IlField Field(IlMethod context, int token)
    {
        var open = (OpenField)Open(context.Definition.Owner.Module, MetadataTokens.EntityHandle(token));
        return _system.Field(open.Definition, Close(context, open.Owner));
    }

    public IlSignature StandaloneSignature(IlMethod context, int token)
    {
        var module = context.Definition.Owner.Module;
        var handle = (StandaloneSignatureHandle)MetadataTokens.EntityHandle(token);
        var signature = module.Metadata.GetStandaloneSignature(handle).DecodeMethodSignature(_system.Decoder, module);
        return SignatureDecoder.From(signature).Substitute(context.Owner.Arguments, context.Arguments);
    }

    public IlType[] Locals(IlMethod context, StandaloneSignatureHandle handle)
    {
        if (handle.IsNil)
        {
            return [];
        }

        var module = context.Definition.Owner.Module;
        var types = module.Metadata.GetStandaloneSignature(handle).DecodeLocalSignature(_system.Decoder, module);
        return [.. types.Select(t => Close(context, t))];
    }

    /// <summary>An <see cref="IlType"/>, <see cref="OpenMethod"/> or <see cref="OpenField"/>.</summary>
    public object Open(Module module, EntityHandle handle)
    {
        var token = MetadataTokens.GetToken(handle);
        if (!module.OpenTokens.TryGetValue(token, out var open))
        {
            open = OpenCore(module, handle);
            module.OpenTokens[token] = open;
        }

        return open;
    }

    private static IlType Close(IlMethod context, IlType type) =>
        type.Substitute(context.Owner.Arguments, context.Arguments);

    private object OpenCore(Module module, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return _system.SelfType(module.TypeOf((TypeDefinitionHandle)handle));
            case HandleKind.TypeReference:
                return _system.Instantiate(_system.Names.Resolve(module, (TypeReferenceHandle)handle), []);
            case HandleKind.TypeSpecification:
                return module.Metadata.GetTypeSpecification((TypeSpecificationHandle)handle)
                    .DecodeSignature(_system.Decoder, module);
            case HandleKind.MethodDefinition:
                var method = module.MethodOf((MethodDefinitionHandle)handle);
                return new OpenMethod(_system.SelfType(method.Owner), method, []);
            case HandleKind.FieldDefinition:
                var field = module.FieldOf((FieldDefinitionHandle)handle);
                return new OpenField(_system.SelfType(field.Owner), field);
            case HandleKind.MethodSpecification:
                var specification = module.Metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                var generic = (OpenMethod)Open(module, specification.Method);
                return generic with { Arguments = [.. specification.DecodeSignature(_system.Decoder, module)] };
            case HandleKind.MemberReference:
                return OpenMemberReference(module, (MemberReferenceHandle)handle);
            default:
                throw new CompilationException($"'{module.Name}' contains a token of unexpected kind {handle.Kind}.");
        }
    }

    private object OpenMemberReference(Module module, MemberReferenceHandle handle)
    {
        var reference = module.Metadata.GetMemberReference(handle);
        if (reference.Parent.Kind == HandleKind.MethodDefinition)
        {
            return Open(module, reference.Parent);
        }

        var parent = (IlType)Open(module, reference.Parent);
        var name = module.Metadata.GetString(reference.Name);
        if (reference.GetKind() == MemberReferenceKind.Field)
        {
            return FindField(module, parent, name);
        }

        var signature = SignatureDecoder.From(reference.DecodeMethodSignature(_system.Decoder, module));
        return parent.IsArray
            ? new OpenMethod(parent, ArrayMethod(name, signature), [])
            : FindMethod(module, parent, name, signature);
    }

    private OpenField FindField(Module module, IlType parent, string name)
    {
        for (var type = parent; type is not null; type = _system.Hierarchy.BaseOf(type))
        {
            if (Array.Find(type.Definition!.Fields, f => f.Name == name) is { } field)
            {
                return new OpenField(type, field);
            }
        }

        throw new CompilationException($"The field '{parent}.{name}' that '{module.Name}' uses does not exist.");
    }

    private OpenMethod FindMethod(Module module, IlType parent, string name, IlSignature signature)
    {
        for (var type = parent; type is not null; type = _system.Hierarchy.BaseOf(type))
        {
            foreach (var method in type.Definition!.Methods)
            {
                if (method.Name == name && method.Arity == signature.GenericArity
                    && _system.SignatureOf(method).Key == signature.Key)
                {
                    return new OpenMethod(type, method, []);
                }
            }
        }

        throw new CompilationException(
            $"The method '{parent}::{name}' that '{module.Name}' calls does not exist in the base library or the "
            + "references. Was the assembly built for another version of .NET?");
    }

    private MethodDef ArrayMethod(string name, IlSignature signature)
    {
        // The accessors of array types exist only by name; their signatures follow from the reference.
        var kind = name switch
        {
            ".ctor" => SyntheticKind.ArrayConstructor,
            "Get" => SyntheticKind.ArrayGet,
            "Set" => SyntheticKind.ArraySet,
            "Address" => SyntheticKind.ArrayAddress,
            _ => throw new CompilationException($"Array types have no method '{name}'."),
        };
        var key = (name + signature.ReturnType.Id, signature.Parameters.Length);
        if (!_arrayMethods.TryGetValue(key, out var method))
        {
            method = new MethodDef(_system.CoreType("System", "Array"), name, kind, signature);
            _arrayMethods[key] = method;
        }

        return method;
    }
}
