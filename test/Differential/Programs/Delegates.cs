public static class Delegates
{
    private delegate int Op(ref int a, string s);

    private static event Action<string> Changed;

    private static int Twice(int x) => x * 2;

    private struct Counter
    {
        public int N;
        public int Next() => ++N;
    }

    private sealed class Button
    {
        public event EventHandler Clicked;
        public void Click() => Clicked?.Invoke(this, EventArgs.Empty);
    }

    private struct Big
    {
        public long A, B, C, D, E;
    }

    private static Big Change(Big b)
    {
        b.A++;
        return b;
    }

    private static int Extension(string s) => s.Length;

    public static void Run()
    {
        Func<int, int> f = Twice;
        f += x => x + 1;
        f += x => x * 10;
        Out.Line(f(5) + " " + f.GetInvocationList().Length);
        f -= Twice;
        Out.Line(f(5));
        Action log = null;
        for (var i = 0; i < 3; i++)
        {
            var copy = i;
            log += () => Out.Line("closure " + copy + i);
        }

        log();
        Action<string> a = s => Out.Line("a" + s);
        Action<string> b = s => Out.Line("b" + s);
        Changed += a;
        Changed += b;
        Changed += a;
        Changed("1");
        Changed -= a;
        Changed("2");
        Changed -= b;
        Changed -= a;
        Out.Line(Changed is null);
        Op op = (ref int x, string s) => x += s.Length;
        var n = 1;
        Out.Line(op(ref n, "abc") + n);
        var counter = new Counter();
        Func<int> next = counter.Next;
        Out.Line(next() + next() + counter.N);
        var button = new Button();
        var clicks = 0;
        button.Clicked += (s, e) => clicks++;
        button.Clicked += (s, e) => clicks += 10;
        button.Click();
        Out.Line(clicks);
        Func<Big, Big> change = Change;
        change += Change;
        var big = new Big { A = 1, E = 7 };
        Out.Line(change(big).A + " " + big.A + change(big).E);
        Func<int> bound = "hello".Extension2;
        Out.Line(bound());
        Out.Line((Func<int, int>)Twice == (Func<int, int>)Twice);
        Out.Line(((Func<int, int>)Twice).Equals(f));
        Func<Func<int, Func<int, int>>> curry = () => x => y => x * y;
        Out.Line(curry()(6)(7));
        Out.Try("null", () => ((Action)null)());
        Out.Try("throwing", (Action)(() => throw new InvalidOperationException("x")) + (() => Out.Line("not reached")));
        object target = "tt";
        Func<string> ts = target.ToString;
        Out.Line(ts());
    }

    private static int Extension2(this string s) => s.Length;
}
