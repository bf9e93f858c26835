using System.Globalization;
using System.Reflection;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>A member of an enum as the base library asks for it: only to read its attributes.</summary>
internal sealed class EnumField : FieldInfo
{
    private EnumField(Type type, string name)
    {
        FieldType = type;
        Name = name;
    }

    public override string Name { get; }

    public override Type FieldType { get; }

    public override Type DeclaringType => FieldType;

    public override Type ReflectedType => FieldType;

    public override FieldAttributes Attributes =>
        FieldAttributes.Public | FieldAttributes.Static | FieldAttributes.Literal;

    public override RuntimeFieldHandle FieldHandle => throw Unavailable("FieldHandle");

    /// <summary>The members of an enum, in the order of their values.</summary>
    [Replaces("System.RuntimeType", "GetFields")]
    public static FieldInfo[] Of(object type, BindingFlags flags)
    {
        if (!Types.IsEnum(type) || (flags & BindingFlags.NonPublic) != 0)
        {
            throw Unavailable("GetFields");
        }

        var names = EnumTypes.Names((Type)type);
        var fields = new FieldInfo[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            fields[i] = new EnumField((Type)type, names[i]);
        }

        return fields;
    }

    public override object[] GetCustomAttributes(bool inherit) => throw Unavailable("GetCustomAttributes");

    public override object[] GetCustomAttributes(Type attributeType, bool inherit) =>
        throw Unavailable("GetCustomAttributes");

    public override object GetValue(object? obj) => throw Unavailable("GetValue");

    public override bool IsDefined(Type attributeType, bool inherit) => throw Unavailable("IsDefined");

    public override void SetValue(
        object? obj, object? value, BindingFlags invokeAttr, Binder? binder, CultureInfo? culture) =>
        throw Unavailable("SetValue");

    private static NotSupportedException Unavailable(string member) =>
        new("not available in a WebAssembly module: System.Reflection.FieldInfo::" + member);
}
