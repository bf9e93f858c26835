namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>Kinds of tokens in protobuf text.</summary>
internal enum TextTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A field name, a number, <c>true</c>, or the name of an enumeration's value.</summary>
    Word,

    /// <summary>A string in quotes.</summary>
    String,

    /// <summary>A single character with a meaning of its own.</summary>
    Symbol,
}
