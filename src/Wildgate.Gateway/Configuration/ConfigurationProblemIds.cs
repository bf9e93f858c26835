namespace Wildgate.Gateway.Configuration;

/// <summary>The stable ids of configuration problems.</summary>
public static class ConfigurationProblemIds
{
    /// <summary>The file is missing, is not a file, or may not be read.</summary>
    public const string FileUnreadable = "WG1001";

    /// <summary>The file is not UTF-8, or contains a character YAML does not allow.</summary>
    public const string NotText = "WG1002";

    /// <summary>The text is not YAML.</summary>
    public const string Syntax = "WG1003";

    /// <summary>The text is larger, deeper or has more nodes than a configuration may have.</summary>
    public const string LimitExceeded = "WG1004";

    /// <summary>The text has no document, or more than one.</summary>
    public const string DocumentCount = "WG1005";

    /// <summary>A map names the same field twice.</summary>
    public const string DuplicateKey = "WG1006";

    /// <summary>A tag, alias or key that a configuration may not use.</summary>
    public const string UnsupportedYaml = "WG1007";

    /// <summary>A scalar, list or map stands where another of them is expected.</summary>
    public const string WrongShape = "WG1008";

    /// <summary>A value cannot be read, or is out of its range.</summary>
    public const string InvalidValue = "WG1009";

    /// <summary>A required field is absent.</summary>
    public const string MissingField = "WG1010";

    /// <summary>A field does not exist, most often a typing error.</summary>
    public const string UnknownField = "WG1011";

    /// <summary>Envoy knows the field or value, this version does not.</summary>
    public const string NotSupported = "WG1012";

    /// <summary>Fields that exclude each other are set together.</summary>
    public const string Conflict = "WG1013";

    /// <summary>Two things share a name that must be unique.</summary>
    public const string DuplicateName = "WG1014";

    /// <summary>A name refers to nothing.</summary>
    public const string UnknownReference = "WG1015";

    /// <summary>The filter that ends a list, such as the router, is missing or is not the last one.</summary>
    public const string FilterOrder = "WG1016";

    /// <summary>A list has fewer or more entries than it must have.</summary>
    public const string WrongCount = "WG1017";

    /// <summary>The configuration of a plugin differs from the schema that its module carries.</summary>
    public const string PluginConfiguration = "WG1018";

    /// <summary>A warning: the part is accepted, but has no effect.</summary>
    public const string NotServed = "WG1101";

    /// <summary>A warning: the schema that a module carries is of no use, so nothing is compared with it.</summary>
    public const string UnusableSchema = "WG1102";
}
