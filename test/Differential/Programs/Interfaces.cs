public static class Interfaces
{
    private interface IShape
    {
        string Name { get; }
        string Describe() => "default " + Name;
    }

    private interface INamed : IShape
    {
        string IShape.Describe() => "named " + Name;
    }

    private class Square : IShape
    {
        public string Name => "square";
    }

    private class Circle : IShape
    {
        public virtual string Name => "circle";
        public string Describe() => "own " + Name;
    }

    private class Ring : Circle, INamed
    {
        public override string Name => "ring";
    }

    private class Blob : INamed
    {
        string IShape.Name => "blob";
    }

    private struct Dot : IShape
    {
        public int Size;
        public string Name => "dot" + Size;
    }

    private class Base
    {
        public virtual string V() => "base";
        public string N() => "base n";
    }

    private class Derived : Base
    {
        public override string V() => "derived";
        public new string N() => "derived n";
    }

    private class Hider : Derived
    {
        public new virtual string V() => "hider";
    }

    private sealed class Last : Hider
    {
        public override string V() => "last";
    }

    private abstract class Animal
    {
        public abstract Animal Clone();
        public abstract string Sound { get; }
    }

    private class Dog : Animal
    {
        public override Dog Clone() => new();
        public override string Sound => "wuff";
    }

    private static string Say<T>(T shape) where T : IShape => shape.Describe();

    public static void Run()
    {
        foreach (var s in new IShape[] { new Square(), new Circle(), new Ring(), new Blob(), new Dot { Size = 3 } })
        {
            Out.Line(s.Describe() + "/" + s.Name);
        }

        Out.Line(Say(new Dot { Size = 4 }) + Say(new Square()));
        Base b = new Last();
        Out.Line(b.V() + ((Hider)b).V() + b.N() + ((Derived)b).N() + (b is Derived) + (b is Hider) + (b as Last is null));
        Animal a = new Dog();
        Out.Line(a.Clone().Sound);
        IEnumerable<object> covariant = new List<string> { "x", "y" };
        Out.Line(covariant.Count());
        IComparer<string> contravariant = Comparer<object>.Create((x, y) => x.GetHashCode() * 0 + 5);
        Out.Line(contravariant.Compare("a", "b"));
        Func<object> f = new Func<string>(() => "variance");
        Action<string> g = new Action<object>(o => Out.Line("got " + o));
        g((string)f());
        object list = new List<int>();
        Out.Line((list is IEnumerable<int>) + " " + (list is IEnumerable<object>) + " " + (list is System.Collections.IList));
        object array = new int[1];
        Out.Line((array is IList<int>) + " " + (array is uint[]) + " " + (array is IEnumerable<uint>) + " " + (array is object[]));
        Out.Line((new string[1] is object[]) + " " + ((object)new object[1] is string[]) + " " + ((object)new string[1] is IList<object>));
    }
}
