using System.Text;

namespace Wildgate.Bench.Http;

/// <summary>A header that every answer must carry; without a value any value will do.</summary>
internal sealed class HeaderExpectation
{
    private readonly byte[] _name;
    private readonly byte[]? _value;
    private readonly string _text;

    public HeaderExpectation(string name, string? value = null)
    {
        _name = Encoding.ASCII.GetBytes(name);
        _value = value is null ? null : Encoding.UTF8.GetBytes(value);
        _text = value is null ? name : $"{name}: {value}";
    }

    /// <summary>Reads <c>name</c> or <c>name=value</c>; null when the name is no header name.</summary>
    public static HeaderExpectation? Parse(string text)
    {
        var parts = text.Split('=', 2);
        return HeaderLine.IsToken(Encoding.UTF8.GetBytes(parts[0]))
            ? new HeaderExpectation(parts[0], parts.Length == 2 ? parts[1] : null)
            : null;
    }

    public bool Matches(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        Ascii.EqualsIgnoreCase(name, _name) && (_value is null || value.SequenceEqual(_value));

    public override string ToString() => _text;
}
