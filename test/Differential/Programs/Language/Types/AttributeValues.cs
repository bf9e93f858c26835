using System.Reflection;

namespace Language.Types;

[AttributeUsage(AttributeTargets.All)] public class LabelAttribute(string text) : Attribute { public string Text => text; public int Number { get; set; } public DayOfWeek Day; }
public sealed class SpecialLabelAttribute() : LabelAttribute("special");
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public sealed class TagAttribute(params string[] names) : Attribute { public string[] Names => names; public object Extra { get; set; } public Type Kind { get; set; } }
[AttributeUsage(AttributeTargets.Class, Inherited = false)] public sealed class OwnAttribute(ulong big, double real, char unit) : Attribute { public override string ToString() => big + " " + real + unit; }

public static class AttributeValues
{
    [Label("base", Number = 3, Day = DayOfWeek.Friday), Tag("a", "b", Extra = 5L), Own(ulong.MaxValue, 1.5, 'c')] private class Base;
    [Tag("c", Kind = typeof(List<int>), Extra = new[] { 1, 2 })] private class Derived : Base;
    [SpecialLabel] private class Leaf : Derived;
    private class Plain;

    public static void Run()
    {
        foreach (var type in new[] { typeof(Base), typeof(Derived), typeof(Leaf), typeof(Plain), typeof(string) })
        {
            foreach (var inherit in new[] { true, false })
            {
                Out.Try(type.Name + inherit, () => Out.Line(Show(type.GetCustomAttribute<LabelAttribute>(inherit))));
                foreach (var tag in type.GetCustomAttributes<TagAttribute>(inherit))
                    Out.Line("  " + string.Join('+', tag.Names) + (tag.Kind?.Name ?? "") + (tag.Extra is int[] n ? n.Length : tag.Extra));
                Out.Line("  " + type.GetCustomAttribute<OwnAttribute>(inherit));
            }
        }

        Out.Line(typeof(Base).GetCustomAttributes<LabelAttribute>().Count());
    }

    private static string Show(LabelAttribute l) => l is null ? "-" : l.Text + l.Number + l.Day + l.GetType().Name;
}
