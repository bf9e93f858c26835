public static class Structs
{
    private struct Point(int x, int y)
    {
        public int X = x;
        public int Y = y;
        public void Move(int d) { X += d; Y -= d; }
        public readonly int Sum => X + Y;
        public override string ToString() => X + ":" + Y;
    }

    private struct Plain
    {
        public int A;
        public string B;
        public double C;
    }

    private struct Wrapper
    {
        public Point P;
        public Plain Q;
    }

    private struct One
    {
        public long V;
    }

    private struct Empty
    {
    }

    private ref struct Cursor
    {
        public Span<int> Items;
        public ref int Current;
        public int Pos;
        public bool Next()
        {
            if (Pos >= Items.Length) return false;
            Current = ref Items[Pos++];
            return true;
        }
    }

    private static Point Make(int a) => new(a, a * 2);
    private static One Inc(One o) { o.V++; return o; }
    private static Plain Big(Plain p, Wrapper w, Empty e, int k) { p.A += w.P.X + k; p.C *= 2; return p; }
    private static void ByRef(ref Point p, in Point q, out Point r) { p.Move(q.X); r = p; r.Y = 99; }

    public static void Run()
    {
        var p = new Point(1, 2);
        var q = p;
        q.Move(5);
        Out.Line(p.ToString() + q + Make(7).Sum);
        Point[] array = [p, q, Make(3)];
        array[1].Move(10);
        foreach (ref var r in array.AsSpan()) r.X++;
        Out.Line(string.Join(" ", array));
        var w = new Wrapper { P = p, Q = new Plain { A = 4, B = "b", C = 1.5 } };
        var w2 = w with { P = q };
        w2.Q.A++;
        w2.P.Y = 50;
        Out.Line(w.P.ToString() + w.Q.A + w2.P + w2.Q.A + w2.Q.B);
        Out.Line(Inc(Inc(new One { V = 40 })).V);
        var big = Big(w.Q, w2, default, 3);
        Out.Line(big.A + " " + big.C + " " + w.Q.A);
        ByRef(ref p, q, out var s);
        Out.Line(p.ToString() + s);
        Out.Line(new Plain { A = 1, B = "x" }.Equals(new Plain { A = 1, B = "x" }) + " " + new Plain { A = 1 }.Equals(new Plain { A = 2 }) + " " + new Plain().Equals(new Point()));
        Out.Line(new Plain { A = 1 }.GetHashCode() == new Plain { A = 1 }.GetHashCode());
        object boxed = p;
        ((Point)boxed).Move(1000);
        Out.Line(boxed.ToString() + ((Point)boxed).X);
        int[] numbers = [1, 2, 3];
        var c = new Cursor { Items = numbers };
        while (c.Next()) c.Current *= 10;
        Out.Line(numbers[0] + numbers[1] + numbers[2]);
        int? n = 5;
        object bo = n;
        Out.Line(bo is int i ? i : -1);
        n = null;
        bo = n;
        Out.Line((bo is null) + " " + (n ?? 9) + n.GetValueOrDefault(2) + n.HasValue + (int?)(object)7);
        var t = (a: 1, b: "two", c: 3.5);
        var (x, y, z) = t;
        Out.Line(t.ToString() + x + y + z + (t == (1, "two", 3.5)));
        Span<Point> stack = stackalloc Point[4];
        stack[2] = q;
        stack[2].Move(1);
        Out.Line(stack[2].ToString() + stack[3] + stack.Length);
        var list = new List<Point> { p, q };
        var first = list[0];
        first.X = 77;
        Out.Line(list[0].X + " " + first.X);
    }
}
