using System.Collections;

namespace Language.Interfaces;

public static class ExplicitMembers
{
    private interface IOne { string Name { get; } event Action Done; string this[int i] { get; } }
    private interface ITwo { string Name { get; } }
    private class Both : IOne, ITwo, IEnumerable<int>
    {
        public string Name => "own";
        string IOne.Name => "one";
        string ITwo.Name => "two";
        private Action _done;
        event Action IOne.Done { add { Out.Line("add"); _done += value; } remove { Out.Line("remove"); _done -= value; } }
        string IOne.this[int i] => "at" + i;
        public void Fire() => _done?.Invoke();
        public IEnumerator<int> GetEnumerator() { yield return 1; }
        IEnumerator IEnumerable.GetEnumerator() { yield return "non-generic"; }
    }

    public static void Run()
    {
        var b = new Both();
        IOne one = b;
        Out.Line(b.Name + one.Name + ((ITwo)b).Name + one[4]);
        Action done = () => Out.Line("done");
        one.Done += done;
        b.Fire();
        one.Done -= done;
        b.Fire();
        foreach (var x in b) Out.Line(x);
        foreach (var x in (IEnumerable)b) Out.Line(x);
    }
}
