namespace Language.Types;

public static class TypeNames
{
    private class Nested<T> { public class Deep; }
    private struct V; private interface I; private delegate void D(); private enum E { }

    public static void Run()
    {
        Type[] all = [typeof(int), typeof(string), typeof(V), typeof(I), typeof(D), typeof(E), typeof(int[]), typeof(string[,]), typeof(List<int>), typeof(Dictionary<string, List<int>>), typeof(Nested<int>), typeof(Nested<string>.Deep), typeof(int?), typeof((int, string)), typeof(int[][])];
        foreach (var t in all) Out.Line(t.Name + " " + t.Namespace + " " + t.IsValueType + t.IsClass + t.IsInterface + t.IsEnum + t.IsArray + t.IsGenericType + t.IsPrimitive + t.IsSealed + t.IsAbstract);
        Out.Line(typeof(int) + " " + typeof(V) + typeof(TypeNames).FullName + typeof(int[]) + typeof(Nested<int>.Deep).Name);
        Out.Line(typeof(List<int>) == typeof(List<int>));
        Out.Line((new List<int>().GetType() == typeof(List<int>)) + " " + (typeof(List<int>) != typeof(List<string>)) + Type.GetTypeCode(typeof(short)) + typeof(int[]).GetElementType());
        Out.Line(typeof(List<int>).ToString());
        Out.Line(new Nested<string>.Deep().ToString() + new object() + new int[0] + new List<string>() + new Action(Run));
    }
}
