using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Text and comparison of enum values.</summary>
internal static unsafe class Enums
{
    /// <summary>Kept as a call: the compiler writes members for programs that contain it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TypeDescription* MembersOf(Type type) => Types.DescriptionOf(type);

    [Replaces("System.Enum", "ToString")]
    public static string Format(object value) => Name(MembersOf(value.GetType()), BitsOf(value));

    [Replaces("System.Enum", "ToString")]
    public static string Format(object value, string? format) => Format(value, format.AsSpan());

    [Replaces("System.Enum", "TryFormatUnconstrained")]
    public static bool TryFormat<T>(T value, Span<char> destination, out int written, ReadOnlySpan<char> format) =>
        Copy(Format(value!, format), destination, out written);

    [Replaces("System.Enum", "TryFormat")]
    public static bool TryFormatKnown<T>(
        T value, Span<char> destination, out int written, ReadOnlySpan<char> format) =>
        Copy(Format(value!, format), destination, out written);

    [Replaces("System.Enum", "System.ISpanFormattable.TryFormat")]
    public static bool TryFormat(
        object value, Span<char> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Copy(Format(value, format), destination, out written);

    [Replaces("System.Enum", "GetHashCode")]
    public static int Hash(object value)
    {
        var bits = BitsOf(value);
        return (TypeCode)MembersOf(value.GetType())->TypeCode is TypeCode.Int64 or TypeCode.UInt64
            ? (int)bits ^ (int)(bits >> 32) : (int)bits;
    }

    [Replaces("System.Enum", "Equals")]
    public static bool Same(object value, object? other) =>
        other is not null && Machine.ClassOf(value) == Machine.ClassOf(other) && BitsOf(value) == BitsOf(other);

    [Replaces("System.Enum", "CompareTo")]
    public static int Compare(object value, object? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (Machine.ClassOf(value) != Machine.ClassOf(other))
        {
            throw new ArgumentException("Object must be the same type as the enum.", nameof(other));
        }

        return IsUnsigned(MembersOf(value.GetType()))
            ? BitsOf(value).CompareTo(BitsOf(other)) : ((long)BitsOf(value)).CompareTo((long)BitsOf(other));
    }

    [Replaces("System.Enum", "HasFlag")]
    public static bool HasFlag(object value, object flag) => (BitsOf(value) & BitsOf(flag)) == BitsOf(flag);

    [Replaces("System.Enum", "GetTypeCode")]
    public static TypeCode Code(object value) => (TypeCode)MembersOf(value.GetType())->TypeCode;

    /// <summary>The value, sign-extended if the type is signed.</summary>
    public static ulong BitsOf(object value)
    {
        var data = (byte*)Machine.AddressOf(value) + 4;
        return (TypeCode)MembersOf(value.GetType())->TypeCode switch
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

    public static string NameAt(TypeDescription* members, int index) =>
        Unsafe.As<string>(Machine.ObjectAt(members->EnumNames[index])!);

    /// <summary>Position of the member with a value, or -1.</summary>
    public static int IndexOf(TypeDescription* members, ulong bits)
    {
        for (var i = 0; i < members->Count; i++)
        {
            if (members->EnumValues[i] == bits)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Format(object value, ReadOnlySpan<char> format)
    {
        var members = MembersOf(value.GetType());
        var bits = BitsOf(value);
        return format.Length == 0 ? Name(members, bits) : (format.Length == 1 ? (char)(format[0] | 0x20) : ' ') switch
        {
            'g' => Name(members, bits),
            'f' => Exact(members, bits) ?? Combine(members, bits) ?? Number(members, bits),
            'd' => Number(members, bits),
            'x' => Hexadecimal(members, bits),
            _ => throw new FormatException(
                "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\"."),
        };
    }

    private static bool Copy(string text, Span<char> destination, out int written)
    {
        var fits = text.TryCopyTo(destination);
        written = fits ? text.Length : 0;
        return fits;
    }

    private static string Name(TypeDescription* members, ulong bits) => Exact(members, bits)
        ?? ((members->Kinds & TypeKinds.FlagsEnum) != 0 ? Combine(members, bits) : null) ?? Number(members, bits);

    private static string? Exact(TypeDescription* members, ulong bits) =>
        IndexOf(members, bits) is var index and >= 0 ? NameAt(members, index) : null;

    /// <summary>Names of flags joined by commas; null when they do not make up the value.</summary>
    private static string? Combine(TypeDescription* members, ulong bits)
    {
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

    private static bool IsUnsigned(TypeDescription* members) => (TypeCode)members->TypeCode
        is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64;

    private static string Number(TypeDescription* members, ulong bits) =>
        IsUnsigned(members) ? bits.ToString() : ((long)bits).ToString();

    private static string Hexadecimal(TypeDescription* members, ulong bits) => (TypeCode)members->TypeCode switch
    {
        TypeCode.SByte or TypeCode.Byte or TypeCode.Boolean => ((byte)bits).ToString("X2"),
        TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char => ((ushort)bits).ToString("X4"),
        TypeCode.Int32 or TypeCode.UInt32 => ((uint)bits).ToString("X8"),
        _ => bits.ToString("X16"),
    };
}
