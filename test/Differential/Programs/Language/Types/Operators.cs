namespace Language.Types;

public static class Operators
{
    private readonly struct Money(decimal amount) : IEquatable<Money>
    {
        public decimal Amount => amount;
        public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount);
        public static Money operator *(Money a, int n) => new(a.Amount * n);
        public static Money operator ++(Money a) => new(a.Amount + 1);
        public static bool operator ==(Money a, Money b) => a.Amount == b.Amount;
        public static bool operator !=(Money a, Money b) => !(a == b);
        public static bool operator true(Money a) => a.Amount != 0;
        public static bool operator false(Money a) => a.Amount == 0;
        public static Money operator &(Money a, Money b) => a.Amount < b.Amount ? a : b;
        public static Money operator |(Money a, Money b) => a.Amount > b.Amount ? a : b;
        public static Money operator <<(Money a, int n) => new(a.Amount * (1 << n));
        public static implicit operator Money(int n) => new(n);
        public static explicit operator int(Money m) => (int)m.Amount;
        public static explicit operator checked byte(Money m) => checked((byte)m.Amount);
        public static explicit operator byte(Money m) => unchecked((byte)(int)m.Amount);
        public bool Equals(Money o) => o == this;
        public override bool Equals(object o) => o is Money m && Equals(m);
        public override int GetHashCode() => Amount.GetHashCode();
        public override string ToString() => "$" + Amount;
    }

    private class Acc { public int Total; public void operator +=(int n) { Total += n; Out.Line("compound " + n); } }

    public static void Run()
    {
        Money a = 5, b = 7;
        Out.Line(a + b * 2 + " " + (a && b) + (a || b) + (int)(a + 1) + (a == 5) + (a != b) + (a << 3));
        a++;
        Out.Line(a++ + " " + ++a);
        Money big = 300;
        Out.Line(unchecked((byte)big));
        Out.Try("checked", () => Out.Line(checked((byte)big)));
        if (a) Out.Line("true"); else Out.Line("false");
        Money? none = null;
        Out.Line((none + a) + "|" + (none == null) + (none == a));
        var acc = new Acc();
        acc += 4;
        acc += 5;
        Out.Line(acc.Total);
    }
}
