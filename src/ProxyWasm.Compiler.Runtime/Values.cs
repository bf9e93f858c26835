namespace ProxyWasm.Compiler.Runtime;

/// <summary>Boxing of nullable values and the default equality of value types.</summary>
internal static class Values
{
    public static object? BoxNullable<T>(T? value)
        where T : struct => value.HasValue ? value.GetValueOrDefault() : null;

    public static T? UnboxNullable<T>(object? value)
        where T : struct => value is null ? null : (T)value;

    public static bool FieldEquals<T>(ref T a, ref T b) => a is null ? b is null : a.Equals(b);

    public static int FieldHash<T>(ref T value) => value is null ? 0 : value.GetHashCode();
}
