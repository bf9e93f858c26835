using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>Members of a configuration class that look as if they were read, and are not.</summary>
internal static class LostMembers
{
    public static IEnumerable<(ISymbol Member, string Problem)> Of(
        INamedTypeSymbol type, IReadOnlyList<ConfigProperty> read)
    {
        for (var owner = type; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers().Where(member => !member.IsStatic && !member.IsImplicitlyDeclared))
            {
                switch (member)
                {
                    case IFieldSymbol { IsRequired: true } or IFieldSymbol
                    {
                        DeclaredAccessibility: Accessibility.Public,
                        IsReadOnly: false,
                    }:
                        yield return (member, "it is a field; make it a property");
                        break;
                    case IPropertySymbol { IsRequired: true } property
                        when read.All(known => known.Name != property.Name):
                        yield return (member, "it is required, so the property and its setter must be public");
                        break;
                }
            }
        }
    }
}
