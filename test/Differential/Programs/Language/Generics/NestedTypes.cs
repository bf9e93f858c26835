namespace Language.Generics;

public static class NestedTypes
{
    private class Outer<T>
    {
        public static int Count;
        public class Inner<U>
        {
            public static int Made;
            public T First; public U Second;
            public Inner(T a, U b) { First = a; Second = b; Made++; Count++; }
            public override string ToString() => $"{First}/{Second}/{Made}/{Count}/{typeof(T).Name}/{typeof(U).Name}";
        }

        public Inner<List<T>> Wrap(T x) => new(x, [x, x]);
    }

    private class Node<T> where T : IComparable<T>
    {
        public T Value; public Node<T> Left, Right;
        public void Add(T v)
        {
            ref var side = ref v.CompareTo(Value) < 0 ? ref Left : ref Right;
            if (side is null) side = new Node<T> { Value = v };
            else side.Add(v);
        }

        public IEnumerable<T> All()
        {
            if (Left is not null) foreach (var x in Left.All()) yield return x;
            yield return Value;
            if (Right is not null) foreach (var x in Right.All()) yield return x;
        }
    }

    public static void Run()
    {
        Out.Line(new Outer<int>.Inner<string>(1, "a"));
        Out.Line(new Outer<int>.Inner<string>(2, "b"));
        Out.Line(new Outer<string>.Inner<string>("s", "c"));
        Out.Line(new Outer<int>().Wrap(9).Second.Count + Outer<int>.Count);
        var root = new Node<string> { Value = "m" };
        foreach (var s in "q c x a n z d".Split(' ')) root.Add(s);
        Out.Line(string.Join(",", root.All()));
        var numbers = new Node<double> { Value = 2 };
        foreach (var s in new[] { 5.5, -1, double.NaN, 3 }) numbers.Add(s);
        Out.Line(string.Join(",", numbers.All()));
    }
}
