namespace ProxyWasm.Testing.Suites;

/// <summary>Syntax of a suite.</summary>
public enum SuiteFormat
{
    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>Protobuf text (<c>.textpb</c>).</summary>
    TextProto,
}
