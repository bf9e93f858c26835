using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Questions about types that are known at compile time, with which generic code chooses its path.</summary>
internal static class TypeQueries
{
    public static StackValue? TryFold(
        ProgramModel program, MethodImporter importer, IlMethod method, StackValue[] arguments)
    {
        var owner = method.Definition.Owner;
        return owner.FullName switch
        {
            "System.Type" or "System.RuntimeType" => OnType(program, importer, method, arguments),
            "System.RuntimeTypeHandle" when method.Name is "FromIntPtr" or "ToIntPtr" => null,
            "System.Object" when method.Name == "GetType" => GetTypeOf(importer, arguments[0]),
            "System.Runtime.CompilerServices.RuntimeHelpers" when method.Arguments.Length == 1 =>
                OnRuntimeHelpers(program, method),
            "System.Runtime.CompilerServices.Unsafe" when method.Name == "SizeOf" =>
                StackValue.Int(program.Layouts.SizeOf(method.Arguments[0])),
            _ => null,
        };
    }

    private static StackValue? GetTypeOf(MethodImporter importer, StackValue value) =>
        value.Boxed is not null || value is { IsExact: true, IsNonNull: true, Type: not null, TypeToken: null }
            ? importer.TypeObjectValue(value.Type!) : null;

    private static StackValue? OnRuntimeHelpers(ProgramModel program, IlMethod method)
    {
        var type = method.Arguments[0];
        return method.Name switch
        {
            "IsReferenceOrContainsReferences" => Bool(program.Layouts.ContainsReferences(type)),
            "IsReference" => Bool(type.IsReference),
            "IsBitwiseEquatable" => Bool(IsBitwiseEquatable(program.System.Underlying(type))),
            _ => null,
        };
    }

    private static bool IsBitwiseEquatable(IlType type) =>
        type.Primitive is not (Primitive.None or Primitive.Single or Primitive.Double or Primitive.Void);

    private static StackValue? OnType(
        ProgramModel program, MethodImporter importer, IlMethod method, StackValue[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].TypeToken is not { } type)
        {
            return null;
        }

        var other = arguments.Length > 1 ? arguments[1].TypeToken : null;
        return method.Name switch
        {
            "GetTypeFromHandle" => arguments[0],
            "get_TypeHandle" => arguments[0],
            "op_Equality" when other is not null => Bool(type == other),
            "op_Inequality" when other is not null => Bool(type != other),
            "Equals" when other is not null => Bool(type == other),
            "get_IsValueType" => Bool(type.IsValueType),
            "get_IsPrimitive" => Bool(type.Primitive is not (Primitive.None or Primitive.Void) && !type.IsEnum),
            "get_IsEnum" => Bool(type.IsEnum),
            "get_IsInterface" => Bool(type.IsInterface),
            "get_IsClass" => Bool(type.IsReference && !type.IsInterface),
            "get_IsArray" => Bool(type.IsArray),
            "get_IsGenericType" => Bool(type.Arguments.Length > 0),
            "IsAssignableFrom" when other is not null => Bool(program.System.Hierarchy.IsCastable(other, type)),
            "GetTypeCode" => StackValue.Int((int)TypeCodeOf(program.System.Underlying(type))),
            "GetEnumUnderlyingType" when type.IsEnum => importer.TypeObjectValue(program.System.Underlying(type)),
            _ => null,
        };
    }

    public static TypeCode TypeCodeOf(IlType type) => type.Primitive switch
    {
        Primitive.None or Primitive.Void or Primitive.IntPtr or Primitive.UIntPtr => type.ToString() switch
        {
            "System.String" => TypeCode.String,
            "System.Decimal" => TypeCode.Decimal,
            "System.DateTime" => TypeCode.DateTime,
            "System.DBNull" => TypeCode.DBNull,
            _ => TypeCode.Object,
        },
        var primitive => Enum.Parse<TypeCode>(primitive.ToString()),
    };

    private static StackValue Bool(bool value) => StackValue.Int(value ? 1 : 0);
}
