using System.Runtime.CompilerServices;

namespace Language.Types;

public static class ObjectIdentity
{
    private class Plain { } private class Eq { public override bool Equals(object o) => o is Eq; public override int GetHashCode() => 7; }

    public static void Run()
    {
        object a = new Plain(), b = new Plain();
        var h = a.GetHashCode();
        Out.Line((h == a.GetHashCode()) + " " + (h == RuntimeHelpers.GetHashCode(a)) + a.Equals(b) + ReferenceEquals(a, a) + Equals(null, null) + Equals(a, null));
        var set = new HashSet<object>();
        for (var i = 0; i < 500; i++) set.Add(new Plain());
        set.Add(a);
        set.Add(a);
        Out.Line(set.Count + " " + set.Contains(a) + set.Contains(b));
        Out.Line(new Eq().Equals(new Eq()) + " " + (new Eq() == new Eq()) + new Dictionary<Eq, int> { [new Eq()] = 1 }.ContainsKey(new Eq()) + new HashSet<object>(ReferenceEqualityComparer.Instance) { new Eq(), new Eq() }.Count);
        Out.Line(RuntimeHelpers.GetHashCode(null) + " " + new Eq().GetHashCode() + (RuntimeHelpers.GetHashCode(new Eq()) != 7));
        var distinct = Enumerable.Range(0, 300).Select(_ => new object().GetHashCode()).Distinct().Count();
        Out.Line(distinct > 290);
    }
}
