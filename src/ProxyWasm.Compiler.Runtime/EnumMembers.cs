using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Lists and parsing of enum members.</summary>
internal static unsafe class EnumMembers
{
    [Replaces("System.Enum", "GetNames")]
    public static string[] Names<T>() => NamesOf(Enums.MembersOf(typeof(T)));

    public static string[] NamesOf(TypeDescription* members)
    {
        var result = new string[members->Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Enums.NameAt(members, i);
        }

        return result;
    }

    [Replaces("System.Enum", "GetValues")]
    public static T[] Values<T>()
    {
        var members = Enums.MembersOf(typeof(T));
        var result = new T[members->Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = FromBits<T>(members->EnumValues[i]);
        }

        return result;
    }

    [Replaces("System.Enum", "GetName")]
    public static string? Name<T>(T value)
    {
        var members = Enums.MembersOf(typeof(T));
        var index = Enums.IndexOf(members, Enums.BitsOf(value!));
        return index < 0 ? null : Enums.NameAt(members, index);
    }

    [Replaces("System.Enum", "IsDefined")]
    public static bool IsDefined<T>(T value) => Enums.IndexOf(Enums.MembersOf(typeof(T)), Enums.BitsOf(value!)) >= 0;

    [Replaces("System.Enum", "TryParse")]
    public static bool TryParse<T>(ReadOnlySpan<char> text, bool ignoreCase, bool throwOnFailure, out T result)
    {
        var found = TryBits(Enums.MembersOf(typeof(T)), text, ignoreCase, throwOnFailure, out var bits);
        result = FromBits<T>(bits);
        return found;
    }

    /// <summary>The value that a number, a name or a list of names stands for; zero if there is none.</summary>
    public static bool TryBits(
        TypeDescription* members, ReadOnlySpan<char> text, bool ignoreCase, bool throwOnFailure, out ulong bits)
    {
        text = text.Trim();
        bits = 0;
        if (text.IsEmpty)
        {
            return throwOnFailure
                ? throw new ArgumentException("Must specify valid information for parsing in the string.", "value")
                : false;
        }

        if (TryNumber(members, text, throwOnFailure, out bits) || TryNames(members, text, ignoreCase, out bits))
        {
            return true;
        }

        bits = 0;
        return throwOnFailure ? throw new ArgumentException($"Requested value '{text}' was not found.") : false;
    }

    private static bool TryNumber(
        TypeDescription* members, ReadOnlySpan<char> text, bool throwOnFailure, out ulong bits)
    {
        bits = 0;
        if (!char.IsAsciiDigit(text[0]) && text[0] != '-' && text[0] != '+')
        {
            return false;
        }

        var type = (TypeCode)members->TypeCode;
        if (long.TryParse(text, out var signed) ? IsInRange(type, signed)
            : type == TypeCode.UInt64 && ulong.TryParse(text, out bits))
        {
            bits |= (ulong)signed;
            return true;
        }

        // A number that does not fit is no name either, so that looking for one fails in any case.
        return throwOnFailure && !text[1..].ContainsAnyExceptInRange('0', '9')
            ? throw new OverflowException($"Value was either too large or too small for {NameOf(type)}.") : false;
    }

    private static bool IsInRange(TypeCode type, long value) => type switch
    {
        TypeCode.SByte => value == (sbyte)value,
        TypeCode.Byte => value == (byte)value,
        TypeCode.Int16 => value == (short)value,
        TypeCode.UInt16 => value == (ushort)value,
        TypeCode.Int32 => value == (int)value,
        TypeCode.UInt32 => value == (uint)value,
        TypeCode.UInt64 => value >= 0,
        _ => true,
    };

    private static string NameOf(TypeCode type) => type switch
    {
        TypeCode.SByte => "a signed byte",
        TypeCode.Byte => "an unsigned byte",
        TypeCode.Int16 => "an Int16",
        TypeCode.UInt16 => "a UInt16",
        TypeCode.Int32 => "an Int32",
        TypeCode.UInt32 => "a UInt32",
        TypeCode.UInt64 => "a UInt64",
        _ => "an Int64",
    };

    private static bool TryNames(TypeDescription* members, ReadOnlySpan<char> text, bool ignoreCase, out ulong bits)
    {
        bits = 0;
        while (true)
        {
            var comma = text.IndexOf(',');
            var name = (comma < 0 ? text : text[..comma]).Trim();
            var index = Find(members, name, ignoreCase);
            if (index < 0)
            {
                return false;
            }

            bits |= members->EnumValues[index];
            if (comma < 0)
            {
                return true;
            }

            text = text[(comma + 1)..];
        }
    }

    private static int Find(TypeDescription* members, ReadOnlySpan<char> name, bool ignoreCase)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var i = 0; i < members->Count; i++)
        {
            if (name.Equals(Enums.NameAt(members, i), comparison))
            {
                return i;
            }
        }

        return -1;
    }

    private static T FromBits<T>(ulong bits) => Unsafe.As<ulong, T>(ref bits);
}
