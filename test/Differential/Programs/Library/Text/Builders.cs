using System.Text;

namespace Library.Text;

public static class Builders
{
    public static void Run()
    {
        var b = new StringBuilder("start", 16);
        b.Append(' ').Append(1).Append(2.5).Append(true).Append('x', 3).Append("sub", 1, 2).Append((object)null).Append(3m).AppendLine().AppendFormat("{0:X}-{1}", 255, "f").AppendJoin(',', 1, 2, 3).Append($"{1,4}|");
        Out.Line(b.ToString() + b.Length);
        b.Insert(0, "<<").Insert(2, 42).Replace("x", "y").Replace('s', 'S', 0, 10).Remove(0, 2);
        Out.Line(b.ToString());
        b[0] = '#';
        b.Length = 5;
        Out.Line(b + "|" + b.Length + b[4] + b.Equals(new StringBuilder("x")));
        var big = new StringBuilder();
        for (var i = 0; i < 1000; i++) big.Append(i).Append(',');
        big.Insert(500, "MIDDLE");
        Out.Line(big.Length + big.ToString(495, 16) + big.ToString().IndexOf("MIDDLE"));
        var chunks = 0;
        foreach (var c in big.GetChunks()) chunks += c.Length;
        Out.Line(chunks);
        big.Clear();
        Out.Line(big.Length + big.Append("é").ToString() + new StringBuilder().Append(new[] { 'a', 'b' }).Append("cd".AsSpan()).AppendLine("e"));
        Out.Try("range", () => b[9] = 'x');
        Out.Try("max", () => new StringBuilder(2, 4).Append("12345"));
        var cf = CompositeFormat.Parse("{0:D3} and {1}");
        Out.Line(string.Format(null, cf, 7, "x") + cf.MinimumArgumentCount);
    }
}
