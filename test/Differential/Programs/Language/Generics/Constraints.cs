namespace Language.Generics;

public static class Constraints
{
    private interface INamed { string Name { get; } }
    private struct A : INamed { public string Name => "A" + _n++; private int _n; }
    private class B : INamed { public string Name => "B"; }

    private static string Get<T>(T x) where T : INamed => x.Name + x.Name;
    private static T Make<T>() where T : new() => new T();
    private static bool IsNull<T>(T x) where T : class => x is null;
    private static T? Or<T>(bool b, T v) where T : struct => b ? v : null;
    private static int Size<T>() where T : unmanaged { unsafe { return sizeof(T); } }
    private static string E<T>(T v) where T : struct, Enum => v.ToString() + Convert.ToInt32(v);
    private static TOut Cast<TIn, TOut>(TIn x) where TIn : TOut => x;
    private static string D<T>(T d) where T : Delegate => d.GetType().Name;

    public static void Run()
    {
        Out.Line(Get(new A()) + Get(new B()) + Make<A>().Name + Make<B>().Name + Make<int>());
        Out.Line(IsNull<string>(null) + " " + IsNull("") + Or(true, 5) + Or(false, 5));
        Out.Line(Size<int>() + Size<(byte, long)>() + Size<DayOfWeek>() + Size<Guid>());
        Out.Line(E(DayOfWeek.Friday) + Cast<string, object>("up") + D(new Action(Run)));
    }
}
