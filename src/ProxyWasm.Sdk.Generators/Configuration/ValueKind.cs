namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>What a value of the configuration is.</summary>
internal enum ValueKind
{
    Unsupported,
    Text,
    Truth,
    Integer,
    Number,
    Duration,
    Choice,
    Nested,
    List,
    Map,
}
