using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>Paths of fields within a plugin's configuration, such as <c>keys[0].name</c>.</summary>
internal static class FieldPath
{
    private const int MaxPlainName = 60;

    public static string Field(string path, string name) => path.Length == 0 ? Shown(name) : $"{path}.{Shown(name)}";

    public static string Item(string path, int index) => FormattableString.Invariant($"{path}[{index}]");

    /// <summary>A name as it is if it could not be taken for anything else, else in quotes.</summary>
    public static string Shown(string name) =>
        name.Length <= MaxPlainName
        && name.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-')
            ? name
            : Quotation.Of(name);

    /// <summary>Where the field with a path is in the text; the nearest that surrounds it if it is not there.</summary>
    /// <param name="node">The configuration.</param>
    /// <param name="path">The path.</param>
    /// <param name="position">Where the configuration begins.</param>
    public static TextPosition Find(ConfigurationNode node, string path, TextPosition position)
    {
        var found = "";
        while (Next(node, found, path) is var (child, inside, place))
        {
            (node, found, position) = (child, inside, place);
        }

        return position;
    }

    private static (ConfigurationNode Child, string Path, TextPosition Position)? Next(
        ConfigurationNode node, string found, string path)
    {
        switch (node)
        {
            case MappingNode map:
                foreach (var entry in map.Entries)
                {
                    if (IsWithin(Field(found, entry.Key), path))
                    {
                        return (entry.Value, Field(found, entry.Key), entry.KeyPosition);
                    }
                }

                break;
            case SequenceNode list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (IsWithin(Item(found, i), path))
                    {
                        return (list.Items[i], Item(found, i), list.Items[i].Position);
                    }
                }

                break;
        }

        return null;
    }

    private static bool IsWithin(string outer, string path) =>
        path.StartsWith(outer, StringComparison.Ordinal)
        && (path.Length == outer.Length || path[outer.Length] is '.' or '[');
}
