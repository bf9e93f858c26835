namespace Language.Delegates;

public static class LocalFunctions
{
    public static void Run()
    {
        int total = 0;
        void Add(int n) { total += n; if (n > 0) Add(n - 1); }
        Add(4);
        Out.Line(total);
        static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
        Out.Line(Fib(15));
        T Id<T>(T x) where T : notnull => x;
        Out.Line(Id(5) + Id("five"));
        IEnumerable<int> Count(int to) { for (var i = 0; i < to; i++) yield return i + total; }
        Out.Line(string.Join(",", Count(3)));
        Func<int, bool> even = IsEven;
        Out.Line(even(10) + " " + even(7));
        bool IsEven(int n) => n == 0 || IsOdd(n - 1);
        bool IsOdd(int n) => n != 0 && IsEven(n - 1);
        ref int Max(ref int a, ref int b) => ref a > b ? ref a : ref b;
        int p = 3, q = 9;
        Max(ref p, ref q) = 0;
        Out.Line(p + " " + q);
        void Throws() => throw new InvalidOperationException("from local " + total);
        Out.Try("local", Throws);
    }
}
