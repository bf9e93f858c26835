namespace Language.Numbers;

public static class CompoundAssignments
{
    private static int s_calls;
    private static int[] Array(int[] a) { s_calls++; return a; }
    private static int Index(int i) { Out.Line("index " + i); return i; }
    private class Box { public int V; public int P { get { Out.Line("get"); return V; } set { Out.Line("set " + value); V = value; } } public int this[int i] { get => V + i; set => V = value - i; } public Box Self { get { Out.Line("self"); return this; } } }
    private struct Money { public int C; public static Money operator +(Money a, int b) => new() { C = a.C + b }; public static Money operator ++(Money a) => new() { C = a.C + 100 }; public static bool operator true(Money a) => a.C > 0; public static bool operator false(Money a) => a.C <= 0; public static Money operator &(Money a, Money b) => new() { C = a.C & b.C }; }
    private class Tally { public int N; public void operator +=(int x) { N += x; Out.Line("in place"); } public void operator ++() => N += 1000; }

    public static void Run()
    {
        int[] a = [1, 2, 3];
        Array(a)[Index(1)] += Array(a)[Index(2)] *= 2;
        Out.Line(string.Join(",", a) + s_calls);
        var i = 0;
        a[i++] = a[i] + i++;
        Out.Line(string.Join(",", a) + i);
        i = i++ + ++i * i--;
        Out.Line(i);
        var b = new Box();
        b.Self.P += Index(4);
        b.Self.P++;
        Out.Line(b.P-- + b[3]);
        b[2] <<= 1;
        Out.Line(b.V);
        byte n = 250;
        n += 10;
        sbyte m = -128;
        m--;
        short h = 1;
        h <<= 15;
        char c = 'a';
        c += (char)2;
        uint u = 3;
        u -= 5;
        Out.Line(n + " " + m + " " + h + c + u);
        Out.Try("checked", () => { byte q = 255; checked { q++; } });
        Out.Try("checked add", () => { short q = 32000; checked { q += 1000; } });
        string s = null;
        s ??= "d";
        s += 1 + 2 + "x" + 1 + 2 + 'c' + 2.5 + null + true;
        Out.Line(s);
        var w = new Money { C = 5 };
        w += 3;
        var old = w++;
        Out.Line(w.C + " " + old.C + (w && old ? "t" : "f"));
        var t = new Tally();
        t += 5;
        t++;
        Out.Line(t.N);
        int? z = null;
        z += 3;
        Out.Line(z.HasValue + " " + (z ?? -1));
        double dd = 7;
        dd %= 2.5;
        dd /= 0;
        bool bb = true;
        bb &= i > 1000;
        bb |= true;
        bb ^= true;
        Out.Line(dd + " " + bb);
    }
}
