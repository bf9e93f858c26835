namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>Several values for one field.</summary>
internal sealed record ListNode(SuitePlace Place, IReadOnlyList<SuiteNode> Items) : SuiteNode(Place)
{
    public override string Form => "a list";
}
