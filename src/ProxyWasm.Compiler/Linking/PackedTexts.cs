using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;

namespace ProxyWasm.Compiler.Linking;

/// <summary>
/// Literals with one byte for each UTF-16 unit; the runtime library's <c>Texts</c> unpacks them when the module starts.
/// </summary>
internal sealed class PackedTexts
{
    /// <summary>With less text, the code that unpacks it costs more than it saves.</summary>
    private const int LeastUnits = 256;

    private const int MaxLength = 0x7FFF;

    private readonly ByteWriter _writer = new();

    /// <summary>Address of the first string.</summary>
    public int Start { get; private set; }

    public int Length => _writer.Length;

    public static bool IsWorthwhile(IEnumerable<Symbol> symbols) =>
        symbols.OfType<Symbol.Text>().Where(IsPackable).Sum(t => t.Value.Length) >= LeastUnits;

    public static bool IsPackable(Symbol.Text text) =>
        text.Value.Length <= MaxLength && text.Value.All(unit => unit <= 0xFF);

    /// <summary>Places the strings one after the other.</summary>
    public void Reserve(IEnumerable<Symbol> symbols, DataLayout data)
    {
        Start = data.Reserve(0, ObjectShape.Alignment);
        foreach (var text in symbols.OfType<Symbol.Text>().Where(IsPackable))
        {
            data.Reserve(text, PreparedObjects.SizeOf(text.Value), ObjectShape.Alignment);
            if (text.Value.Length < 0x80)
            {
                _writer.Byte(text.Value.Length);
            }
            else
            {
                _writer.Byte(0x80 | (text.Value.Length >> 8));
                _writer.Byte(text.Value.Length & 0xFF);
            }

            _writer.Bytes([.. text.Value.Select(unit => (byte)unit)]);
        }
    }

    public byte[] ToArray() => _writer.ToArray();
}
