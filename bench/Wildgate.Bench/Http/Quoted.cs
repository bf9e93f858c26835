using System.Text;

namespace Wildgate.Bench.Http;

/// <summary>Bytes from the wire as text for an error message: short, printable, one line.</summary>
internal static class Quoted
{
    private const int LimitBytes = 60;

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder("'");
        foreach (var value in bytes[..Math.Min(bytes.Length, LimitBytes)])
        {
            text = value is >= 0x20 and < 0x7f
                ? text.Append((char)value)
                : text.Append("\\x").Append(value.ToString("x2", null));
        }

        return text.Append(bytes.Length > LimitBytes ? "…'" : "'").ToString();
    }
}
