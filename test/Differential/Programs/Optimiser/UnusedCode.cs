using System.Runtime.CompilerServices;

namespace Optimiser;

/// <summary>What nobody uses may go, but not what making it does.</summary>
public static class UnusedCode
{
    private static int s_made;

    private sealed class Loud
    {
        public readonly int Number;

        public Loud(int number)
        {
            Number = number;
            Out.Line($"made {number} of {++s_made}");
        }
    }

    private sealed class Quiet
    {
        public int A;
        public Quiet Other;
    }

    private static class Kept
    {
        public static readonly Loud NeverRead = new(1);
        public static readonly Quiet Silent = new() { A = 5 };
        public static readonly int Number = Silent.A + 1;

        static Kept() => Out.Line("static constructor");
    }

    private static class Failing
    {
        public static readonly int NeverRead = int.Parse("x");

        public static int Value => 4;

        static Failing()
        {
        }
    }

    public static void Run()
    {
        var unused = new Loud(0);
        var quiet = new Quiet { A = 3 };
        quiet.Other = new Quiet { Other = quiet };
        Out.Line($"{Kept.Number}");
        try
        {
            Out.Line($"{Failing.Value}");
        }
        catch (TypeInitializationException exception)
        {
            Out.Line($"{exception.InnerException!.GetType().Name}");
        }

        Out.Line($"{Ignoring(1, "text", new Loud(2), 2.5)} {Ignoring(2, null, null, 0)}");
        Discarding(3);
        Out.Line($"{Handing(4, 5)} {Recursing(6, new object())}");
        try
        {
            Ignoring(3, Missing().Name, null, 0);
        }
        catch (NullReferenceException)
        {
            Out.Line("still null");
        }

        Out.Line($"{new Derived().Value(7, "unused")} {((Base)new Derived()).Value(8, "unused")}");
        Func<int, string, int> function = Ignored;
        Out.Line($"{function(9, "unused")} {Ignored(10, "unused")}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Ignoring(int number, string text, Loud loud, double real) => number * 2;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Discarding(int number)
    {
        Out.Line($"discarding {number}");
        return number + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Handing(int used, int unused) => used == 0 ? 0 : Handing(used - 1, unused + 1) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Recursing(int depth, object handed) => depth == 0 ? Handing(2, 3) : Recursing(depth - 1, handed);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Type Missing() => null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Ignored(int number, string text) => number + 100;

    private abstract class Base
    {
        public abstract int Value(int number, string text);
    }

    private sealed class Derived : Base
    {
        public override int Value(int number, string text) => number + 1;
    }
}
