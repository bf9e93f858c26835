namespace Language.Memory;

public static class Boxing
{
    private struct P : IComparable<P> { public int X; public int CompareTo(P o) => X.CompareTo(o.X); public void Inc() => X++; public override string ToString() => "P" + X; }
    private interface IInc { int Inc(); }
    private struct C : IInc { private int _n; public int Inc() => ++_n; }

    public static void Run()
    {
        object o = 5;
        var p = o;
        Out.Line(o.Equals(p) + " " + o.Equals(5L) + ReferenceEquals(o, p) + ((object)5).Equals(o) + o.GetHashCode() + o.GetType());
        Out.Try("wrong", () => Out.Line((byte)o));
        Out.Try("null", () => { object n = null; Out.Line((int)n); });
        Out.Line(o is int i ? i + 1 : 0);
        object e = DayOfWeek.Tuesday;
        Out.Line((int)(DayOfWeek)e + " " + (int)e + (e is int) + (e is DayOfWeek));
        object pi = 7;
        Out.Line((DayOfWeek)pi + "" + ((object)(uint)5 is int));
        IInc c = new C();
        c.Inc();
        var d = c;
        d.Inc();
        Out.Line(c.Inc());
        var s = new P { X = 1 };
        object bs = s;
        s.Inc();
        Out.Line(bs + " " + s + ((IComparable<P>)bs).CompareTo(s));
        object nb = (int?)null, nv = (int?)3;
        Out.Line((nb is null) + " " + nv.GetType().Name + ((int?)nv).Value + (nv is int?));
        object[] all = [1, 2.0, 3f, 4m, 'c', true, (byte)1, 5UL, (short)2, DateTime.MinValue, Guid.Empty, (1, 2)];
        Out.Line(string.Join(" ", all.Select(x => x.GetType().Name + "=" + x)));
        ValueType vt = 9;
        Enum en = DayOfWeek.Friday;
        IConvertible conv = 12;
        Out.Line(vt + "" + en + conv.ToDouble(null) + conv.GetTypeCode());
    }
}
