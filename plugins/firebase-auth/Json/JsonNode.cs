namespace FirebaseAuth.Json;

/// <summary>
/// One value or member name: where its text is, and where the node after it and everything inside it is.
/// </summary>
internal struct JsonNode
{
    public JsonKind Kind;
    public int Start;
    public int Length;
    public int Next;
}
