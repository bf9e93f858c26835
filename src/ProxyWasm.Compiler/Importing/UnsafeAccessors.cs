using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Methods with <c>[UnsafeAccessor]</c>, which stand for a member that C# cannot name.</summary>
internal static class UnsafeAccessors
{
    private const string Attribute = "UnsafeAccessorAttribute";

    public static bool IsAccessor(IlMethod method) =>
        method.Definition is { BodyAddress: 0, IsStatic: true } && CustomAttributes.Has(method.Definition, Attribute);

    /// <summary>
    /// The kind of member, numbered as in <see cref="System.Runtime.CompilerServices.UnsafeAccessorKind"/>.
    /// </summary>
    public static System.Runtime.CompilerServices.UnsafeAccessorKind KindOf(IlMethod method)
    {
        var handle = CustomAttributes.Find(method.Definition, Attribute).First();
        var reader = CustomAttributes.ReaderOf(method.Definition.Owner.Module, handle);
        return (System.Runtime.CompilerServices.UnsafeAccessorKind)reader.ReadInt32();
    }

    /// <summary>The member's name, by default that of the accessor.</summary>
    public static string NameOf(IlMethod method) =>
        CustomAttributes.NamedString(method.Definition, Attribute, "Name") ?? method.Name;
}
