using System.Reflection;
using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Names and kinds of types: the part of reflection that is available.</summary>
internal static unsafe class Types
{
    public static TypeDescription* DescriptionOf(object type) =>
        *(TypeDescription**)(Machine.AddressOf(type) + Machine.TypeDescriptionOffset);

    [Replaces("System.RuntimeType", "ToString")]
    [Replaces("System.RuntimeType", "get_FullName")]
    public static string FullName(object type) => DescriptionOf(type)->FullName;

    // Whether these two are in the module tells whether it needs what they read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [Replaces("System.RuntimeType", "get_Name")]
    public static string Name(object type) => DescriptionOf(type)->Name;

    [MethodImpl(MethodImplOptions.NoInlining)]
    [Replaces("System.RuntimeType", "get_Namespace")]
    public static string? Namespace(object type) => DescriptionOf(type)->Namespace;

    /// <summary>Kept as a call: the compiler writes the base types for programs that contain it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [Replaces("System.RuntimeType", "get_BaseType")]
    public static Type? BaseType(object type) => Machine.TypeAt(DescriptionOf(type)->BaseType);

    /// <summary>
    /// The interfaces that the program mentions as types, since only with these it can compare them. Kept as a call.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [Replaces("System.RuntimeType", "GetInterfaces")]
    public static Type[] Interfaces(object type)
    {
        var list = DescriptionOf(type)->Interfaces;
        var count = 0;
        while (list[count] != 0)
        {
            count++;
        }

        var result = new Type[count];
        for (var i = 0; i < count; i++)
        {
            result[i] = Machine.TypeAt(list[i])!;
        }

        return result;
    }

    [Replaces("System.Nullable", "GetUnderlyingType")]
    public static Type? UnderlyingOfNullable(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Is(type, TypeKinds.Nullable) ? Machine.TypeAt(DescriptionOf(type)->ElementType) : null;
    }

    public static bool HasFlags(object type) => Is(type, TypeKinds.FlagsEnum);

    /// <summary>Kept as a call: the compiler writes the types of elements for programs that contain it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [Replaces("System.RuntimeType", "GetElementType")]
    public static Type? ElementType(object type) =>
        Is(type, TypeKinds.Array) ? Machine.TypeAt(DescriptionOf(type)->ElementType) : null;

    [Replaces("System.RuntimeType", "get_IsEnum")]
    [Replaces("System.RuntimeType", "get_IsActualEnum")]
    public static bool IsEnum(object type) => Is(type, TypeKinds.Enum);

    [Replaces("System.RuntimeType", "IsValueTypeImpl")]
    public static bool IsValueType(object type) => Is(type, TypeKinds.ValueType);

    [Replaces("System.RuntimeType", "IsArrayImpl")]
    public static bool IsArray(object type) => Is(type, TypeKinds.Array);

    [Replaces("System.RuntimeType", "IsPrimitiveImpl")]
    public static bool IsPrimitive(object type) => Is(type, TypeKinds.Primitive) && !Is(type, TypeKinds.Enum);

    [Replaces("System.RuntimeType", "get_IsGenericType")]
    public static bool IsGeneric(object type) => Is(type, TypeKinds.Generic);

    [Replaces("System.RuntimeType", "GetTypeCodeImpl")]
    public static TypeCode Code(object type) => (TypeCode)DescriptionOf(type)->TypeCode;

    [Replaces("System.RuntimeType", "GetHashCode")]
    public static int Hash(object type) => (int)(Machine.AddressOf(type) >> 3);

    [Replaces("System.RuntimeType", "Equals")]
    public static bool Same(object type, object? other) => ReferenceEquals(type, other);

    [Replaces("System.RuntimeType", "op_Equality")]
    public static bool AreSame(object a, object b) => ReferenceEquals(a, b);

    [Replaces("System.RuntimeType", "op_Inequality")]
    public static bool Differ(object a, object b) => !ReferenceEquals(a, b);

    [Replaces("System.RuntimeType", "get_UnderlyingSystemType")]
    public static Type Itself(object type) => Unsafe.As<Type>(type);

    [Replaces("System.RuntimeType", "GetEnumUnderlyingType")]
    public static Type Underlying(object type) => Machine.TypeAt(DescriptionOf(type)->ElementType)!;

    [Replaces("System.RuntimeType", "IsInstanceOfType")]
    public static bool IsInstance(object type, object? value) =>
        value is not null && Casting.Fits(Machine.ClassOf(value), DescriptionOf(type)->Record);

    [Replaces("System.RuntimeType", "IsAssignableFrom")]
    public static bool Accepts(object type, Type? other) => other is not null
        && Casting.Fits(DescriptionOf(other)->Record, DescriptionOf(type)->Record);

    [Replaces("System.RuntimeType", "IsSubclassOf")]
    public static bool IsSubclass(object type, Type other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var current = BaseType(type); current is not null; current = BaseType(current))
        {
            if (ReferenceEquals(current, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What kind of type it is; how visible it is, is not known.</summary>
    [Replaces("System.RuntimeType", "GetAttributeFlagsImpl")]
    public static TypeAttributes Attributes(object type) =>
        (Is(type, TypeKinds.Interface) ? TypeAttributes.Interface : 0)
        | (Is(type, TypeKinds.Abstract) ? TypeAttributes.Abstract : 0)
        | (Is(type, TypeKinds.Sealed) ? TypeAttributes.Sealed : 0);

    [Replaces("System.RuntimeType", "HasElementTypeImpl")]
    public static bool HasElements(object type) => Is(type, TypeKinds.Array);

    [Replaces("System.RuntimeType", "IsByRefImpl")]
    [Replaces("System.RuntimeType", "IsPointerImpl")]
    [Replaces("System.RuntimeType", "get_IsGenericParameter")]
    [Replaces("System.RuntimeType", "get_ContainsGenericParameters")]
    [Replaces("System.RuntimeType", "get_IsFunctionPointer")]
    [Replaces("System.RuntimeType", "get_IsByRefLike")]
    [Replaces("System.RuntimeType", "get_IsGenericTypeDefinition")]
    public static bool Never(object type) => false;

    [Replaces("System.RuntimeType", "IsEquivalentTo")]
    public static bool IsEquivalent(object type, Type? other) => ReferenceEquals(type, other);

    private static bool Is(object type, TypeKinds kind) => (DescriptionOf(type)->Kinds & kind) != 0;
}
