namespace Language.Memory;

public static class ArrayCovariance
{
    private class Animal; private class Dog : Animal; private struct S;

    public static void Run()
    {
        Animal[] a = new Dog[2];
        a[0] = new Dog();
        Out.Try("store", () => a[1] = new Animal());
        Out.Try("null", () => a[1] = null);
        object[] o = new string[] { "x" };
        Out.Try("int", () => o[0] = 1);
        Out.Try("string", () => o[0] = "ok");
        Out.Line((a is Dog[]) + " " + (a.GetType() == typeof(Dog[])) + (o is string[]) + ((object)new int[1] is object[]) + ((object)new int[1] is uint[]) + ((object)new S[1] is ValueType[]));
        Out.Try("ref", () => Take(ref o[0]));
        IList<object> list = o;
        Out.Try("list", () => list[0] = 5);
        Out.Line(list.Count + list.IndexOf("ok") + " " + list.IsReadOnly + list.Contains(null));
        uint[] u = (uint[])(object)new int[] { -1 };
        Out.Line(u[0]);
        object[][] jag = new string[][] { ["a"] };
        Out.Try("jagged", () => jag[0] = new object[1]);
        Array.Copy(new object[] { "p" }, o, 1);
        Out.Line(o[0]);
        Out.Try("copy", () => Array.Copy(new object[] { 3 }, o, 1));
        Out.Line(Array.ConvertAll(new[] { 1, 2 }, x => (object)x).Length);
    }

    private static void Take(ref object o) => o = "through ref";
}
