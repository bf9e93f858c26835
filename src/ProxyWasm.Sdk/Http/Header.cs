using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Http;

/// <summary>A header as it is on the wire.</summary>
/// <param name="name">Its name, in lower case.</param>
/// <param name="value">Its value.</param>
public readonly ref struct Header(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
{
    /// <summary>Its name, in lower case; pseudo headers begin with a colon.</summary>
    public ReadOnlySpan<byte> Name { get; } = name;

    /// <summary>Its value; bytes, which need not be text.</summary>
    public ReadOnlySpan<byte> Value { get; } = value;

    /// <summary>The value as text in UTF-8.</summary>
    public override string ToString() => Utf8Text.Decode(Value);
}
