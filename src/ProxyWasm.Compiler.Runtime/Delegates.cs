using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Equality and combination of delegates.</summary>
internal static unsafe class Delegates
{
    /// <summary>An empty combined delegate of the same class; calling it calls each entry of its list.</summary>
    /// <remarks>Kept as a call: programs that contain it get the methods that call several.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [Replaces("System.Delegate", "AllocDelegateLike_internal")]
    public static MulticastDelegate CombinedLike(Delegate value)
    {
        var result = Unsafe.As<MulticastDelegate>(Machine.ObjectAt(Allocator.AllocateLike(value))!);
        Target(result) = result;
        Function(result) = Machine.ClassOf(value)->ElementOrInvoke;
        return result;
    }

    [Replaces("System.Delegate", "Equals")]
    [Replaces("System.MulticastDelegate", "Equals")]
    public static bool Same(object value, object? other)
    {
        if (ReferenceEquals(value, other))
        {
            return true;
        }

        if (other is null || Machine.ClassOf(value) != Machine.ClassOf(other))
        {
            return false;
        }

        var a = Unsafe.As<MulticastDelegate>(value);
        var b = Unsafe.As<MulticastDelegate>(other);
        var listA = List(a);
        var listB = List(b);
        if (listA is null || listB is null)
        {
            return listA is null && listB is null && Function(a) == Function(b) && SameTarget(Target(a), Target(b));
        }

        return SameEntries(listA, listB);
    }

    [Replaces("System.Delegate", "GetHashCode")]
    [Replaces("System.MulticastDelegate", "GetHashCode")]
    public static int Hash(object value) => (int)Function(Unsafe.As<MulticastDelegate>(value));

    [Replaces("System.Delegate", "GetTarget")]
    [Replaces("System.MulticastDelegate", "GetTarget")]
    public static object? TargetOf(object value)
    {
        var list = List(Unsafe.As<MulticastDelegate>(value));
        return list is null ? Target(Unsafe.As<MulticastDelegate>(value)) : Target(list[^1]);
    }

    private static bool SameEntries(Delegate[] a, Delegate[] b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (!Same(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Boxed receivers of value type methods are compared by value, others by identity.</summary>
    private static bool SameTarget(object? a, object? b) =>
        ReferenceEquals(a, b) || (a is ValueType && b is ValueType && a.Equals(b));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_target")]
    private static extern ref object? Target(Delegate value);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "method_ptr")]
    private static extern ref nint Function(Delegate value);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "delegates")]
    private static extern ref Delegate[]? List(MulticastDelegate value);
}
