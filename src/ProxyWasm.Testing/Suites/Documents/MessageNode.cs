namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>A group of named fields; in protobuf text a name may stand several times.</summary>
internal sealed record MessageNode(SuitePlace Place, IReadOnlyList<FieldNode> Fields) : SuiteNode(Place)
{
    public override string Form => "a group of fields";
}
