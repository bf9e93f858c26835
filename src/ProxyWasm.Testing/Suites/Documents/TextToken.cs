namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>A token of protobuf text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">As it is written; of a string what it means is in <paramref name="Bytes"/>.</param>
/// <param name="Bytes">Bytes of a string.</param>
internal readonly record struct TextToken(TextTokenKind Kind, SuitePlace Place, string Text, byte[]? Bytes = null)
{
    public bool Is(char symbol) => Kind == TextTokenKind.Symbol && Text[0] == symbol;
}
