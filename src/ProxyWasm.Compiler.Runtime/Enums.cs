namespace ProxyWasm.Compiler.Runtime;

/// <summary>Names of enum members.</summary>
internal static unsafe class Enums
{
    public static TypeDescription* MembersOf(Type type) => Types.DescriptionOf(type);

    [Replaces("System.Enum", "ToString")]
    public static string Format(object value) => Format(value.GetType(), BitsOf(value));

    [Replaces("System.Enum", "GetHashCode")]
    public static int Hash(object value)
    {
        var bits = BitsOf(value);
        return (int)bits ^ (int)(bits >> 32);
    }

    [Replaces("System.Enum", "Equals")]
    public static bool Same(object value, object? other) =>
        other is not null && Machine.ClassOf(value) == Machine.ClassOf(other) && BitsOf(value) == BitsOf(other);

    private static string Format(Type type, ulong bits)
    {
        var members = MembersOf(type);
        for (var i = 0; i < members->Count; i++)
        {
            if (members->EnumValues[i] == bits)
            {
                return NameAt(members, i);
            }
        }

        return ((members->Kinds & TypeKinds.FlagsEnum) != 0 ? Combine(members, bits) : null) ?? Number(members, bits);
    }

    /// <summary>Names of flags joined by commas; null when they do not make up the value.</summary>
    private static string? Combine(TypeDescription* members, ulong bits)
    {
        if (bits == 0)
        {
            return null;
        }

        var remaining = bits;
        string? result = null;
        for (var i = members->Count - 1; i >= 0; i--)
        {
            var value = members->EnumValues[i];
            if (value != 0 && (remaining & value) == value)
            {
                remaining -= value;
                result = result is null ? NameAt(members, i) : NameAt(members, i) + ", " + result;
            }
        }

        return remaining == 0 ? result : null;
    }

    private static string Number(TypeDescription* members, ulong bits) => (TypeCode)members->TypeCode switch
    {
        TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 => bits.ToString(),
        _ => ((long)bits).ToString(),
    };

    private static string NameAt(TypeDescription* members, int index) =>
        System.Runtime.CompilerServices.Unsafe.As<string>(Machine.ObjectAt(members->EnumNames[index])!);

    private static ulong BitsOf(object value)
    {
        var data = (byte*)Machine.AddressOf(value) + 4;
        return (TypeCode)Types.DescriptionOf(value.GetType())->TypeCode switch
        {
            TypeCode.SByte => (ulong)*(sbyte*)data,
            TypeCode.Byte or TypeCode.Boolean => *data,
            TypeCode.Int16 => (ulong)*(short*)data,
            TypeCode.UInt16 or TypeCode.Char => *(ushort*)data,
            TypeCode.UInt32 => *(uint*)data,
            TypeCode.Int32 => (ulong)*(int*)data,
            _ => *(ulong*)data,
        };
    }
}
