using System.Text;

namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>A single value.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Bytes">Its bytes, escapes resolved.</param>
/// <param name="IsQuoted">Whether it was written as a string.</param>
internal sealed record ScalarNode(SuitePlace Place, byte[] Bytes, bool IsQuoted) : SuiteNode(Place)
{
    public override string Form => "a value";

    public string Text => Encoding.UTF8.GetString(Bytes);
}
