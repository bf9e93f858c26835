namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>A scalar; plain ones may mean a number, a boolean or nothing, all others are text.</summary>
internal sealed class ScalarNode : ConfigurationNode
{
    public ScalarNode(TextPosition position, string text, bool isPlain)
        : base(position)
    {
        Text = text;
        IsPlain = isPlain;
        UnfoldedCharacters = text.Length;
    }

    public string Text { get; }

    public bool IsPlain { get; }

    /// <summary>Whether the scalar is YAML's null, which leaves a field unset.</summary>
    public bool IsNull => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");

    public override string Describe() => IsNull ? "nothing" : Quotation.Of(Text);
}
