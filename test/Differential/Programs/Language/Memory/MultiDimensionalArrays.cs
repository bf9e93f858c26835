namespace Language.Memory;

public static class MultiDimensionalArrays
{
    public static void Run()
    {
        var m = new int[2, 3] { { 1, 2, 3 }, { 4, 5, 6 } };
        var t = new int[3, 2];
        for (var i = 0; i < 2; i++) for (var j = 0; j < 3; j++) t[j, i] = m[i, j];
        Out.Line(t[2, 1] + " " + m.Length + m.Rank + m.GetLength(1) + m.GetUpperBound(0) + string.Join(",", t.Cast<int>()));
        var c = new string[2, 2, 2];
        c[1, 0, 1] = "deep";
        Out.Line(c[1, 0, 1] + c.Length + (c[0, 0, 0] ?? "null"));
        Out.Try("bounds", () => m[2, 0] = 1);
        Out.Try("negative", () => Out.Line(m[0, m[0, 0] - 2]));
        ref var r = ref m[1, 1];
        r += 100;
        Out.Line(m[1, 1]);
        var copy = (int[,])m.Clone();
        copy[0, 0] = -1;
        Out.Line(m[0, 0] + " " + copy[0, 0]);
        var s = new (int, string)[1, 2];
        s[0, 1].Item2 = "tuple";
        Out.Line(s[0, 1].Item2 + s[0, 0].Item1);
        object[,] o = new string[1, 1];
        Out.Try("covariance", () => o[0, 0] = 5);
        Out.Line(m.GetType().Name + (m is int[,]) + ((object)m is int[]) + m.GetValue(1, 2));
        Array.Clear(m);
        Out.Line(m.Cast<int>().Sum());
        Out.Try("size", () => Out.Line(new int[m[0, 0] - 1, 3].Length));
        int[][,] mixed = [new int[1, 1], new int[2, 2]];
        mixed[1][1, 1] = 3;
        Out.Line(mixed[1][1, 1]);
        Buffer.BlockCopy(new[] { 1, 2, 3, 4, 5, 6 }, 0, copy, 0, 24);
        Out.Line(copy[1, 2]);
    }
}
