namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>
/// A node of the document. Aliases share nodes, so the tree is a graph without cycles whose unfolded size is bounded
/// by <see cref="DocumentLimits"/>.
/// </summary>
internal abstract class ConfigurationNode(TextPosition position)
{
    public TextPosition Position { get; } = position;

    /// <summary>How many nodes this one stands for, itself included.</summary>
    public long UnfoldedNodes { get; protected set; } = 1;

    /// <summary>How many characters the scalars of this node hold.</summary>
    public long UnfoldedCharacters { get; protected set; }

    /// <summary>How many levels this node has, itself included.</summary>
    public int Height { get; protected set; } = 1;

    /// <summary>The node in words, for "found …".</summary>
    public abstract string Describe();

    protected void Include(ConfigurationNode child)
    {
        UnfoldedNodes += child.UnfoldedNodes;
        UnfoldedCharacters += child.UnfoldedCharacters;
        Height = Math.Max(Height, child.Height + 1);
    }
}
