namespace ProxyWasm.Compiler.Runtime;

/// <summary>Members of <see cref="Enum"/> for enums that are known by their type object.</summary>
internal static unsafe class EnumTypes
{
    [Replaces("System.Enum", "GetValue")]
    public static object Value(object value)
    {
        var bits = Enums.BitsOf(value);
        return (TypeCode)Enums.MembersOf(value.GetType())->TypeCode switch
        {
            TypeCode.SByte => (sbyte)bits,
            TypeCode.Byte => (byte)bits,
            TypeCode.Int16 => (short)bits,
            TypeCode.UInt16 => (ushort)bits,
            TypeCode.Int32 => (int)bits,
            TypeCode.UInt32 => (uint)bits,
            TypeCode.Int64 => (long)bits,
            _ => bits,
        };
    }

    [Replaces("System.Enum", "ToObject")]
    public static object Boxed(Type type, sbyte value) => Boxed(type, (ulong)value);

    [Replaces("System.Enum", "ToObject")]
    public static object Boxed(Type type, byte value) => Boxed(type, (ulong)value);

    [Replaces("System.Enum", "ToObject")]
    public static object Boxed(Type type, short value) => Boxed(type, (ulong)value);

    [Replaces("System.Enum", "ToObject")]
    public static object Boxed(Type type, ushort value) => Boxed(type, (ulong)value);

    [Replaces("System.Enum", "ToObject")]
    public static object Boxed(Type type, int value) => Boxed(type, (ulong)value);

    [Replaces("System.Enum", "ToObject")]
    public static object Boxed(Type type, uint value) => Boxed(type, (ulong)value);

    [Replaces("System.Enum", "ToObject")]
    public static object Boxed(Type type, long value) => Boxed(type, (ulong)value);

    [Replaces("System.Enum", "ToObject")]
    public static object Boxed(Type type, ulong value)
    {
        RequireEnum(type);
        // The lowest bytes come first, so the value's address is right for every size.
        return Objects.Box(Types.DescriptionOf(type)->Record, (byte*)&value);
    }

    [Replaces("System.Enum", "GetNames")]
    public static string[] Names(Type type)
    {
        RequireEnum(type);
        return EnumMembers.NamesOf(Enums.MembersOf(type));
    }

    [Replaces("System.Enum", "GetName")]
    public static string? Name(Type type, object value)
    {
        RequireEnum(type);
        var members = Enums.MembersOf(type);
        var index = Enums.IndexOf(members, Enums.BitsOf(value));
        return index < 0 ? null : Enums.NameAt(members, index);
    }

    [Replaces("System.Enum", "IsDefined")]
    public static bool IsDefined(Type type, object value)
    {
        RequireEnum(type);
        var members = Enums.MembersOf(type);
        return value is string name
            ? Array.IndexOf(EnumMembers.NamesOf(members), name) >= 0
            : Enums.IndexOf(members, Enums.BitsOf(value)) >= 0;
    }

    [Replaces("System.Enum", "Parse")]
    public static object Parse(Type type, string text) => Parse(type, text, ignoreCase: false);

    [Replaces("System.Enum", "Parse")]
    public static object Parse(Type type, string text, bool ignoreCase)
    {
        RequireEnum(type);
        ArgumentNullException.ThrowIfNull(text, "value");
        _ = EnumMembers.TryBits(Enums.MembersOf(type), text, ignoreCase, throwOnFailure: true, out var bits);
        return Boxed(type, bits);
    }

    [Replaces("System.Enum", "TryParse")]
    public static bool TryParse(Type type, string? text, bool ignoreCase, out object? result)
    {
        RequireEnum(type);
        var found = EnumMembers.TryBits(Enums.MembersOf(type), text, ignoreCase, throwOnFailure: false, out var bits);
        result = found ? Boxed(type, bits) : null;
        return found;
    }

    private static void RequireEnum(Type type)
    {
        ArgumentNullException.ThrowIfNull(type, "enumType");
        if (!type.IsEnum)
        {
            throw new ArgumentException("Type provided must be an Enum.", "enumType");
        }
    }
}
