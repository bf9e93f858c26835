namespace ProxyWasm.Compiler.Runtime;

/// <summary>The method stands for a member of the base library in compiled modules.</summary>
/// <remarks>
/// The receiver of an instance member is the first parameter; generic arguments of the type come before those of the
/// method. Parameter types must be the same, but <c>object</c> stands for any class and a pointer for any address.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ReplacesAttribute : Attribute
{
    public ReplacesAttribute(string type, string member)
    {
        Type = type;
        Member = member;
    }

    public ReplacesAttribute(string type, string member, string assembly)
        : this(type, member)
    {
        Assembly = assembly;
    }

    public string Type { get; }

    public string Member { get; }

    public string? Assembly { get; }
}
