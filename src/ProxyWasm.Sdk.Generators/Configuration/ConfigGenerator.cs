using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProxyWasm.Sdk.Generators.Plugins;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>Writes how configuration classes are read, and the schema that a module carries.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConfigGenerator : IIncrementalGenerator
{
    private const string SchemaSection = "wildgate.config-schema";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var configs = context.SyntaxProvider.ForAttributeWithMetadataName(
            SdkNames.ConfigAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (found, _) => ((INamedTypeSymbol)found.TargetSymbol, IsPartial(found.TargetNode)));
        context.RegisterSourceOutput(configs, static (output, config) => Generate(output, config.Item1, config.Item2));

        var plugins = context.SyntaxProvider.ForAttributeWithMetadataName(
            SdkNames.PluginAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (found, _) => ConfigOf((INamedTypeSymbol)found.TargetSymbol)).Collect();
        context.RegisterSourceOutput(plugins, static (output, found) => GenerateSchema(output, found));
    }

    internal static IReadOnlyList<ConfigProperty> PropertiesOf(INamedTypeSymbol type)
    {
        var properties = new List<ConfigProperty>();
        for (var owner = type; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType)
        {
            // One that is hidden or overridden is that of the class nearest to the configuration.
            properties.AddRange(owner.GetMembers().OfType<IPropertySymbol>()
                .Where(property => property is
                {
                    IsStatic: false,
                    IsIndexer: false,
                    SetMethod.DeclaredAccessibility: Accessibility.Public,
                    DeclaredAccessibility: Accessibility.Public,
                })
                .Where(property => properties.TrueForAll(known => known.Name != property.Name))
                .Select(property => new ConfigProperty(property))
                .ToArray());
        }

        return properties;
    }

    private static bool IsPartial(SyntaxNode node) =>
        ((TypeDeclarationSyntax)node).Modifiers.Any(modifier => modifier.ValueText == "partial");

    private static void Generate(SourceProductionContext output, INamedTypeSymbol type, bool isPartial)
    {
        if (!isPartial || !HasShape(type))
        {
            output.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.ConfigShape, type.Locations.FirstOrDefault(), type.Name));
            return;
        }

        if (!PluginClasses.IsReachable(type))
        {
            output.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.NotReachable, type.Locations.FirstOrDefault(), type.Name, "PluginConfig"));
            return;
        }

        var properties = PropertiesOf(type);
        var isGood = true;
        foreach (var (member, problem) in LostMembers.Of(type, properties))
        {
            output.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.ConfigProperty, member.Locations.FirstOrDefault(), member.Name, problem));
            isGood = false;
        }

        foreach (var property in properties)
        {
            if ((ProblemOf(property.Value) ?? property.Limits.Problem ?? ClashOf(property, properties)) is { } problem)
            {
                output.ReportDiagnostic(Diagnostic.Create(
                    Diagnostics.ConfigProperty, property.Symbol.Locations.FirstOrDefault(), property.Name, problem));
                isGood = false;
            }
        }

        if (!isGood)
        {
            return;
        }

        // A name with a keyword in it is written with @, which names of files do not have.
        output.AddSource($"{type.ToDisplayString().Replace("@", "")}.g.cs", ReaderSource.Write(type, properties));
    }

    private static bool HasShape(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, ContainingType: null }
        && !type.IsAbstract && !type.IsStatic && !type.IsGenericType
        && type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty);

    private static string? ProblemOf(ValueType type)
    {
        if (type.Kind == ValueKind.Unsupported)
        {
            var problem = $"values of {type.Symbol.ToDisplayString()} have no form in JSON that is known here";
            var isOwn = type.Symbol.TypeKind == TypeKind.Class
                && type.Symbol.Locations.Any(location => location.IsInSource);
            return isOwn ? $"{problem}; mark the class with [PluginConfig]" : problem;
        }

        if (type.Kind == ValueKind.Choice)
        {
            var twice = type.Choices.GroupBy(choice => choice.Text).FirstOrDefault(same => same.Count() > 1);
            return twice is null
                ? null
                : $"{string.Join(" and ", twice.Select(choice => choice.Member))} are both \"{twice.Key}\" in JSON";
        }

        return type.Element is { } element ? ProblemOf(element) : null;
    }

    private static string? ClashOf(ConfigProperty property, IReadOnlyList<ConfigProperty> properties) =>
        properties.First(other => other.Field == property.Field) is var first && first != property
            ? $"'{first.Name}' has the field {property.Field} already"
            : null;

    // The configuration of a plugin: what its filter's constructor takes, or the argument of Plugin<T>.
    private static INamedTypeSymbol? ConfigOf(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent is { IsGenericType: true, Name: "Plugin" })
            {
                return parent.TypeArguments[0] as INamedTypeSymbol;
            }
        }

        return type.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .Select(parameter => parameter.Type as INamedTypeSymbol)
            .FirstOrDefault(parameter => parameter is not null && PluginClasses.IsConfig(parameter));
    }

    // With several plugins a configuration may be that of any: the host cannot know which schema holds.
    private static void GenerateSchema(SourceProductionContext output, ImmutableArray<INamedTypeSymbol?> configs)
    {
        if (configs.Length == 1 && configs[0] is { } config)
        {
            output.AddSource("ConfigSchema.g.cs", new Source()
                .Line($"[assembly: global::ProxyWasm.Sdk.Hosting.WasmCustomSection(\"{SchemaSection}\",")
                .Line($"    {Source.Literal(SchemaText.Of(config))})]")
                .ToString());
        }
    }
}
