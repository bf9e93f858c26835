using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>A property that is a field of the configuration.</summary>
internal sealed class ConfigProperty(IPropertySymbol symbol)
{
    public IPropertySymbol Symbol => symbol;

    public string Name => symbol.Name;

    public ITypeSymbol Type => symbol.Type;

    public bool IsRequired => symbol.IsRequired;

    /// <summary>The name in JSON.</summary>
    public string Field { get; } = char.ToLowerInvariant(symbol.Name[0]) + symbol.Name.Substring(1);

    /// <summary>Its description: the summary of its documentation, in one line.</summary>
    public string Description { get; } = Summary(symbol);

    public static string Summary(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml() ?? "";
        var start = xml.IndexOf("<summary>", StringComparison.Ordinal);
        var end = xml.IndexOf("</summary>", StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            return "";
        }

        var text = System.Text.RegularExpressions.Regex.Replace(
            xml.Substring(start + 9, end - start - 9),
            "<[^>]*?(?:cref|name)=\"(?:[A-Z]:)?([^\"]*)\"[^>]*/>|<[^>]+>",
            "$1");
        return System.Net.WebUtility.HtmlDecode(string.Join(
            " ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>An argument of a data annotation, or null when it is not there.</summary>
    public object? Annotation(string attribute, int index) => symbol.GetAttributes()
        .Where(found => found.AttributeClass?.ToDisplayString() == $"System.ComponentModel.DataAnnotations.{attribute}")
        .Select(found => found.ConstructorArguments.ElementAtOrDefault(index).Value)
        .FirstOrDefault();
}
