using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// What the compiler writes about a type for programs that ask; its <c>TypeDescriptions</c> has the layout.
/// </summary>
internal unsafe struct TypeDescription
{
    private readonly nint _fullName;
    private readonly nint _name;
    private readonly nint _namespace;

    public ClassRecord* Record;
    public TypeKinds Kinds;

    /// <summary>Number of enum members.</summary>
    public ushort Count;

    public nint BaseType;

    /// <summary>Type object of the elements, of the integer beneath an enum, or of a nullable value.</summary>
    public nint ElementType;

    public int TypeCode;

    /// <summary>Addresses of the names of enum members, in order of their values.</summary>
    public nint* EnumNames;

    public ulong* EnumValues;

    /// <summary>Type objects of interfaces, the last followed by zero.</summary>
    public nint* Interfaces;

    public readonly string FullName => Unsafe.As<string>(Machine.ObjectAt(_fullName)!);

    public readonly string Name => Unsafe.As<string>(Machine.ObjectAt(_name)!);

    public readonly string? Namespace => Unsafe.As<string>(Machine.ObjectAt(_namespace)!);
}
