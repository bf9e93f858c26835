namespace ProxyWasm.Host.Http;

/// <summary>One header: a name in any case and a value whose characters stand for bytes (Latin-1).</summary>
/// <param name="Name">Field name or pseudo header name such as <c>:path</c>.</param>
/// <param name="Value">Field value; each character is one byte, 0x00 to 0xFF.</param>
public readonly record struct HeaderField(string Name, string Value);
