using System.Text;

namespace Language.Types;

/// <summary>What static constructors see of each other, and of what ran before them.</summary>
public static class InitialisationOrder
{
    private static int s_next = 10;
    private static readonly List<string> s_events = [];
    private static readonly Dictionary<string, int> s_sizes = new() { ["a"] = 1, ["b"] = 2 };
    private static readonly int[] s_squares = [.. Enumerable.Range(0, 6).Select(n => n * n)];

    private static class Counted
    {
        public static readonly int Number = s_next++;
        static Counted() => s_events.Add("Counted");
    }

    private static class CountedLater
    {
        public static readonly int Number = s_next++;
        static CountedLater() => s_events.Add("CountedLater");
    }

    private static class Settings
    {
        public static string Name = "default";
        public static readonly List<int> Ports = [80, 443];
    }

    private static class Reader
    {
        public static readonly string Name = Settings.Name + Settings.Ports.Count;
        static Reader() { }
    }

    private static class Left
    {
        public static readonly int Value = Right.Value + 1;
        static Left() { }
    }

    private static class Right
    {
        public static readonly int Value = Left.Value + 10;
        static Right() { }
    }

    private sealed class Node(string name, Node next)
    {
        public string Name => name;
        public Node Next { get; set; } = next;
    }

    private static class Graph
    {
        public static readonly Node Head = new("a", new Node("b", null));
        public static readonly Func<int, int> Twice = n => n * 2;
        public static readonly StringBuilder Text = new("text");
        public static readonly object Boxed = 42;
        public static readonly (int Number, string Word) Pair = (7, "seven");
        public static readonly DayOfWeek[] Days = Enum.GetValues<DayOfWeek>();
        public static readonly string Joined = string.Join('-', Days);
        public static readonly double Third = 1 / 3.0;
        public static readonly decimal Price = 12.50m * 3;
        public static readonly Type Kind = typeof(Node);
        static Graph() => Head.Next.Next = Head;
    }

    public static void Run()
    {
        Settings.Name = "changed";
        Settings.Ports.Add(8080);
        Out.Line(Reader.Name);
        Out.Line(CountedLater.Number + " " + Counted.Number + " " + s_next);
        Out.Line(string.Join(',', s_events));
        Out.Line(Left.Value + " " + Right.Value);
        s_sizes["c"] = 3;
        Out.Line(s_sizes.Count + " " + s_sizes["b"] + string.Join(' ', s_squares));

        for (var i = 0; i < 3; i++)
        {
            Graph.Head.Next = new Node("new" + i, Graph.Head.Next);
            Graph.Text.Append(i);
        }

        Out.Line(Graph.Head.Next.Name + Graph.Head.Next.Next.Name + Graph.Head.Next.Next.Next.Next.Name + Graph.Text);
        Out.Line(Graph.Twice(21) + " " + Graph.Boxed + Graph.Pair + Graph.Joined + Graph.Days.Length);
        Out.Line(Graph.Third + " " + Graph.Price + " " + Graph.Kind.Name);
        Graph.Days[0] = DayOfWeek.Friday;
        Out.Line(Graph.Days[0] + " " + Graph.Days[1]);
    }
}
