using Wildgate.Gateway.Configuration.Reading;
using YamlDotNet.Core;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>The tags of YAML's core schema; a configuration may use no others.</summary>
internal static class CoreTags
{
    public const string Sequence = "tag:yaml.org,2002:seq";
    public const string Mapping = "tag:yaml.org,2002:map";
    private const string Text = "tag:yaml.org,2002:str";

    private static readonly string[] ByContent =
    [
        "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null",
    ];

    /// <summary>Whether the tag of a scalar leaves its meaning to its content; otherwise it is text.</summary>
    public static bool IsResolvedByContent(
        TagName tag,
        TextPosition position,
        ConfigurationPath path,
        ProblemList problems)
    {
        if (tag.IsNonSpecific || tag.Value == Text)
        {
            return false;
        }

        if (Array.IndexOf(ByContent, tag.Value) >= 0)
        {
            return true;
        }

        Refuse(tag, position, path, problems);
        return false;
    }

    public static void CheckCollection(
        TagName tag,
        string expected,
        TextPosition position,
        ConfigurationPath path,
        ProblemList problems)
    {
        if (!tag.IsEmpty && !tag.IsNonSpecific && tag.Value != expected)
        {
            Refuse(tag, position, path, problems);
        }
    }

    private static void Refuse(TagName tag, TextPosition position, ConfigurationPath path, ProblemList problems) =>
        problems.Add(
            ConfigurationProblemIds.UnsupportedYaml,
            position,
            path,
            $"expected no tag, found {Quotation.Of(tag.Value)}",
            "remove the tag; bytes are written as base64 text");
}
