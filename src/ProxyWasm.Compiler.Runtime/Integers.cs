using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// Integers as text without a format. There is one culture and its sign is a hyphen, so nothing of what describes
/// cultures has to be in a program because it prints a number, or has an exception that would.
/// </summary>
internal static class Integers
{
    private const int MostDigits = 20;

    [Replaces("System.Number", "Int32ToDecStr")]
    public static string Text(int value) => Text((long)value);

    [Replaces("System.Number", "UInt32ToDecStr")]
    public static string Text(uint value) => Text(value, isNegative: false);

    [Replaces("System.Number", "Int64ToDecStr")]
    public static string Text(long value) =>
        value < 0 ? Text(0 - (ulong)value, isNegative: true) : Text((ulong)value, isNegative: false);

    [Replaces("System.Number", "UInt64ToDecStr")]
    public static string Text(ulong value) => Text(value, isNegative: false);

    [SkipLocalsInit]
    private static string Text(ulong value, bool isNegative)
    {
        Span<char> text = stackalloc char[MostDigits];
        var start = MostDigits;

        // Divisions of 32 bits while they do.
        for (; value > uint.MaxValue; value /= 10)
        {
            text[--start] = (char)('0' + (int)(value % 10));
        }

        var rest = (uint)value;
        do
        {
            text[--start] = (char)('0' + (int)(rest % 10));
            rest /= 10;
        }
        while (rest != 0);

        if (isNegative)
        {
            text[--start] = '-';
        }

        return new string(text[start..]);
    }
}
