using System.Reflection;
using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Attributes of the program's own types and of the members of its enums.</summary>
internal static class Attributes
{
    /// <summary>The attributes that stand at the type or the field itself.</summary>
    private const int All = 0;

    /// <summary>Of these the ones that derived types inherit unless they have one of that class.</summary>
    private const int Replaceable = 1;

    /// <summary>Of these the ones that derived types inherit in addition to their own.</summary>
    private const int Additional = 2;

    /// <summary>The compiler writes it for each <typeparamref name="T"/>: new attributes, or null for none.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern T[]? Own<T>(object type, string? field, int which);

    /// <summary>Called by what the compiler writes.</summary>
    public static bool IsNamed(string? field, string name) => field == name;

    [Replaces("System.Reflection.CustomAttributeExtensions", "GetCustomAttribute")]
    public static T? One<T>(MemberInfo element)
        where T : Attribute => One<T>(element, inherit: true);

    [Replaces("System.Reflection.CustomAttributeExtensions", "GetCustomAttribute")]
    public static T? One<T>(MemberInfo element, bool inherit)
        where T : Attribute
    {
        var found = Find<T>(element, inherit);
        return found.Count > 1
            ? throw new AmbiguousMatchException("Multiple custom attributes of the same type '" + found[0] + "' found.")
            : found.Count == 0 ? null : found[0];
    }

    [Replaces("System.Reflection.CustomAttributeExtensions", "GetCustomAttributes")]
    public static IEnumerable<T> Several<T>(MemberInfo element)
        where T : Attribute => Find<T>(element, inherit: true);

    [Replaces("System.Reflection.CustomAttributeExtensions", "GetCustomAttributes")]
    public static IEnumerable<T> Several<T>(MemberInfo element, bool inherit)
        where T : Attribute => Find<T>(element, inherit);

    [Replaces("System.RuntimeType", "IsDefined")]
    public static bool IsDefined(object type, Type attribute, bool inherit)
    {
        if (attribute != typeof(FlagsAttribute))
        {
            Throwing.NotSupported("System.Type::IsDefined");
        }

        return Types.HasFlags(type);
    }

    private static List<T> Find<T>(MemberInfo element, bool inherit)
        where T : Attribute
    {
        ArgumentNullException.ThrowIfNull(element);
        if (element is EnumField field)
        {
            return [.. Own<T>(field.FieldType, field.Name, All) ?? []];
        }

        var found = new List<T>(Own<T>(element, null, All) ?? []);
        for (var type = inherit ? Types.BaseType(element) : null; type is not null; type = Types.BaseType(type))
        {
            found.AddRange(Own<T>(type, null, Additional) ?? []);
            foreach (var attribute in Own<T>(type, null, Replaceable) ?? [])
            {
                if (!Contains(found, attribute.GetType()))
                {
                    found.Add(attribute);
                }
            }
        }

        return found;
    }

    private static bool Contains<T>(List<T> attributes, Type type)
        where T : Attribute
    {
        foreach (var attribute in attributes)
        {
            if (attribute.GetType() == type)
            {
                return true;
            }
        }

        return false;
    }
}
