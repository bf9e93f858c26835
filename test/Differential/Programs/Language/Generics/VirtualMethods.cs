namespace Language.Generics;

public static class VirtualMethods
{
    private abstract class Shape { public abstract string Show<T>(T value); public virtual int Count<T>() => typeof(T).Name.Length; }
    private sealed class Square : Shape { public override string Show<T>(T value) => "square " + value; public override int Count<T>() => base.Count<T>() + 100; }
    private class Circle : Shape { public override string Show<T>(T value) => "circle " + typeof(T).Name + value; }

    public static void Run()
    {
        Shape[] shapes = [new Square(), new Circle()];
        foreach (var shape in shapes)
        {
            Out.Line(shape.Show(1) + shape.Show("x") + shape.Show(2.5) + shape.Show<object>(null) + shape.Show((1, "a")));
            Out.Line(shape.Count<int>() + shape.Count<string>() + shape.Count<List<int>>());
        }

        Func<int, string> show = shapes[1].Show<int>;
        Out.Line(show(7));
    }
}
