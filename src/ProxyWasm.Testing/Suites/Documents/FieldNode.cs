namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>A named field with its value.</summary>
internal sealed record FieldNode(SuitePlace Place, string Name, SuiteNode Value);
