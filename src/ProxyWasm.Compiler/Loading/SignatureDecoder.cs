using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Loading;

/// <summary>
/// Turns signature blobs into interned types. Modifiers and pinning carry no meaning for code generation.
/// </summary>
internal sealed class SignatureDecoder : ISignatureTypeProvider<IlType, Module>
{
    private readonly TypeSystem _system;

    public SignatureDecoder(TypeSystem system) => _system = system;

    public IlType GetArrayType(IlType elementType, ArrayShape shape) => _system.ArrayOf(elementType, shape.Rank);

    public IlType GetByReferenceType(IlType elementType) => _system.RefTo(elementType);

    public IlType GetFunctionPointerType(MethodSignature<IlType> signature) => _system.FunctionPointer(From(signature));

    public IlType GetGenericInstantiation(IlType genericType, ImmutableArray<IlType> typeArguments) =>
        _system.Instantiate(genericType.Definition!, [.. typeArguments]);

    public IlType GetGenericMethodParameter(Module genericContext, int index) => _system.MethodParameter(index);

    public IlType GetGenericTypeParameter(Module genericContext, int index) => _system.TypeParameter(index);

    public IlType GetModifiedType(IlType modifier, IlType unmodifiedType, bool isRequired) => unmodifiedType;

    public IlType GetPinnedType(IlType elementType) => elementType;

    public IlType GetPointerType(IlType elementType) => _system.PointerTo(elementType);

    public IlType GetPrimitiveType(PrimitiveTypeCode typeCode) => _system.SystemType(typeCode.ToString());

    public IlType GetSZArrayType(IlType elementType) => _system.ArrayOf(elementType);

    public IlType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        _system.Instantiate(_system.Assemblies.ModuleOf(reader).TypeOf(handle), []);

    public IlType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        _system.Instantiate(_system.Names.Resolve(_system.Assemblies.ModuleOf(reader), handle), []);

    public IlType GetTypeFromSpecification(
        MetadataReader reader, Module genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public static IlSignature From(MethodSignature<IlType> signature) => new(
        signature.Header.IsInstance, signature.GenericParameterCount, signature.ReturnType,
            [.. signature.ParameterTypes]);
}
