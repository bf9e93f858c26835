namespace ProxyWasm.Compiler.Runtime;

/// <summary>Tables whose keys would be weak; here they keep their keys alive.</summary>
internal static class WeakTables
{
    private static object? s_tombstone;

    [Replaces("System.GC", "get_ephemeron_tombstone")]
    public static object Tombstone() => s_tombstone ??= new object();

    [Replaces("System.GC", "register_ephemeron_array")]
    public static void Register(object array)
    {
    }
}
