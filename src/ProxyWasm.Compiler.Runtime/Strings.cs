namespace ProxyWasm.Compiler.Runtime;

/// <summary>Storage of strings.</summary>
internal static unsafe class Strings
{
    [Replaces("System.String", "FastAllocateString")]
    public static string Allocate(int length)
    {
        // Strings end with a zero character that their length does not count.
        var size = ((long)length * sizeof(char)) + 8 + sizeof(char);
        if (length < 0 || size > Machine.MemoryLimit)
        {
            throw new OutOfMemoryException();
        }

        var address = Allocator.Allocate(Machine.ClassRecord<string>(), (nint)size);
        ((int*)address)[1] = length;
        return System.Runtime.CompilerServices.Unsafe.As<string>(Machine.ObjectAt(address)!);
    }

    /// <summary>Strings are compared by value everywhere, so sharing them would change nothing.</summary>
    [Replaces("System.String", "Intern")]
    public static string Intern(string text) => text;
}
