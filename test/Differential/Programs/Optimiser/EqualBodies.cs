namespace Optimiser;

/// <summary>Methods with the same code are one function in the module and stay different methods.</summary>
public static unsafe class EqualBodies
{
    private interface INumber
    {
        int Value { get; }
    }

    private sealed class One : INumber
    {
        public int Field = 1;

        public int Value => Field + 1;
    }

    private sealed class Two : INumber
    {
        public int Field = 2;

        public int Value => Field + 1;
    }

    private static int First(int value) => (value * 3) + 1;

    private static int Second(int value) => (value * 3) + 1;

    private static int FirstDeep(int depth) => depth == 0 ? First(depth) : FirstDeep(depth - 1) + 1;

    private static int SecondDeep(int depth) => depth == 0 ? Second(depth) : SecondDeep(depth - 1) + 1;

    public static void Run()
    {
        Func<int, int> first = First;
        Func<int, int> second = Second;
        Out.Line($"{first(4)} {second(4)} {first == second} {first.Equals(second)} {first == new Func<int, int>(First)}");
        Func<int, int> both = first + second;
        both -= second;
        Out.Line($"{both == first} {(both - first) is null} {both.GetInvocationList().Length}");

        delegate*<int, int> firstPointer = &First;
        delegate*<int, int> secondPointer = &Second;
        Out.Line($"{firstPointer(5)} {secondPointer(5)} {firstPointer == secondPointer}");
        Out.Line($"{FirstDeep(9)} {SecondDeep(9)}");

        foreach (INumber number in new INumber[] { new One(), new Two(), new One() })
        {
            Out.Line($"{number.Value} {number.GetType().Name} {number is One}");
        }

        Out.Line($"{Named<string>()} {Named<object>()} {Made<One>().GetType().Name} {Made<Two>().GetType().Name}");
    }

    private static string Named<T>() => typeof(T).Name;

    private static T Made<T>()
        where T : new() => new();
}
