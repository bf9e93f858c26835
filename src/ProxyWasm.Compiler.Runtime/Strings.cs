using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Storage of strings.</summary>
internal static unsafe class Strings
{
    /// <summary>The longest string of .NET.</summary>
    private const int MaxLength = 0x3FFFFFDF;

    [Replaces("System.String", "FastAllocateString")]
    public static string Allocate(int length)
    {
        // Strings end with a zero character that their length does not count.
        var size = (length * sizeof(char)) + 8 + sizeof(char);
        if ((uint)length > MaxLength || size > Machine.MemoryLimit)
        {
            throw new OutOfMemoryException();
        }

        var address = Allocator.Allocate(Machine.ClassRecord<string>(), size);
        ((int*)address)[1] = length;
        return Unsafe.As<string>(Machine.ObjectAt(address)!);
    }

    [Replaces("System.String", "Concat")]
    public static string Concatenate(string? a, string? b) => Join(a, b, null, null);

    [Replaces("System.String", "Concat")]
    public static string Concatenate(string? a, string? b, string? c) => Join(a, b, c, null);

    [Replaces("System.String", "Concat")]
    public static string Concatenate(string? a, string? b, string? c, string? d) => Join(a, b, c, d);

    /// <summary>Part of a string; the range has been checked.</summary>
    public static string Part(string text, int start, int end)
    {
        var result = Allocate(end - start);
        fixed (char* source = text, target = result)
        {
            Memory.Copy((byte*)target, (byte*)(source + start), (uint)(end - start) * sizeof(char));
        }

        return result;
    }

    private static string Join(string? a, string? b, string? c, string? d)
    {
        var total = (long)LengthOf(a) + LengthOf(b) + LengthOf(c) + LengthOf(d);
        if (total == 0)
        {
            return "";
        }

        // What is joined with nothing stays the same object.
        var alone = Alone(a, total) ?? Alone(b, total) ?? Alone(c, total) ?? Alone(d, total);
        if (alone is not null)
        {
            return alone;
        }

        var result = Allocate(total > int.MaxValue ? -1 : (int)total);
        fixed (char* target = result)
        {
            Append(Append(Append(Append(target, a), b), c), d);
        }

        return result;
    }

    private static int LengthOf(string? text) => text is null ? 0 : text.Length;

    private static string? Alone(string? text, long total) => LengthOf(text) == total ? text : null;

    private static char* Append(char* target, string? text)
    {
        fixed (char* source = text)
        {
            Memory.Copy((byte*)target, (byte*)source, (uint)LengthOf(text) * sizeof(char));
        }

        return target + LengthOf(text);
    }

    /// <summary>Strings are compared by value everywhere, so sharing them would change nothing.</summary>
    [Replaces("System.String", "Intern")]
    public static string Intern(string text) => text;
}
