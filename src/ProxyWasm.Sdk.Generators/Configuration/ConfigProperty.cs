using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>A property that is a field of the configuration.</summary>
internal sealed class ConfigProperty(IPropertySymbol symbol)
{
    public IPropertySymbol Symbol => symbol;

    public string Name => symbol.Name;

    public ValueType Value { get; } = new(symbol.Type);

    public bool IsRequired => symbol.IsRequired;

    /// <summary>The name in JSON.</summary>
    public string Field { get; } = char.ToLowerInvariant(symbol.Name[0]) + symbol.Name.Substring(1);

    /// <summary>What its values can be.</summary>
    public Limits Limits { get; } = new(new ValueType(symbol.Type), symbol);

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
}
