namespace Language.Generics;

public static class StaticState
{
    private static class Per<T>
    {
        public static readonly string Name = Log(typeof(T).Name);
        public static int Hits;
        private static string Log(string n) { Out.Line("init " + n); return n; }
    }

    private static class Counter<TKey, TValue>
    {
        [ThreadStatic] private static int t_count;
        public static int Next() => ++t_count;
    }

    public static void Run()
    {
        Out.Line(Per<int>.Name + Per<string>.Name + Per<int>.Name);
        Per<int>.Hits += 5;
        Per<List<string>>.Hits++;
        Out.Line(Per<int>.Hits + " " + Per<string>.Hits + " " + Per<List<string>>.Hits + " " + Per<List<object>>.Hits);
        Out.Line(Counter<int, int>.Next() + Counter<int, int>.Next() + Counter<int, string>.Next());
    }
}
