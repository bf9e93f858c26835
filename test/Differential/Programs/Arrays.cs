public static class Arrays
{
    private struct Cell { public int A; public string B; }

    public static void Run()
    {
        var grid = new int[3, 4];
        for (var i = 0; i < 3; i++) for (var j = 0; j < 4; j++) grid[i, j] = i * 10 + j;
        var sum = 0;
        foreach (var v in grid) sum += v;
        Out.Line(sum + " " + grid.Length + grid.Rank + grid.GetLength(0) + grid.GetLength(1) + grid.GetUpperBound(1));
        ref var cell = ref grid[2, 3];
        cell += 1000;
        Out.Line(grid[2, 3]);
        Out.Try("bounds", () => grid[3, 0] = 1);
        Out.Try("bounds2", () => grid[0, -1] = 1);
        var cube = new string[2, 2, 2];
        cube[1, 0, 1] = "x";
        Out.Line(cube[1, 0, 1] + cube[0, 0, 0] + cube.Length);
        var cells = new Cell[2, 2];
        cells[1, 1].A = 5;
        cells[1, 1].B = "b";
        var copy = cells[1, 1];
        cells[1, 1].A = 6;
        Out.Line(copy.A + copy.B + cells[1, 1].A);
        double[,] literal = { { 1, 2 }, { 3, 4 } };
        Out.Line(literal[1, 0] + literal[0, 1]);
        int[][] jagged = [[1, 2], [3], []];
        Out.Line(jagged.Sum(x => x.Sum()) + jagged[2].Length);
        var a = new[] { 5, 3, 9, 1 };
        Array.Sort(a);
        Out.Line(string.Join(",", a) + Array.IndexOf(a, 9) + Array.BinarySearch(a, 5));
        Array.Reverse(a);
        Array.Resize(ref a, 6);
        Out.Line(string.Join(",", a));
        var b = (int[])a.Clone();
        b[0] = 100;
        Array.Copy(a, 1, b, 2, 3);
        Out.Line(string.Join(",", b) + a[0]);
        Array.Clear(b, 1, 2);
        Array.Fill(a, 7);
        Out.Line(string.Join(",", b) + string.Join(",", a));
        object[] objects = new string[] { "p", "q" };
        Out.Try("covariant", () => objects[0] = new object());
        objects[1] = "ok";
        Out.Line(objects[1]);
        IList<int> list = a;
        Out.Line(list.Count + list[0] + list.IndexOf(7) + (list.Contains(8) ? 1 : 0));
        foreach (var v in (IEnumerable<int>)new[] { 1, 2 }) Out.Line(v);
        System.Collections.IList old = a;
        Out.Line(old.Count + " " + old[0]);
        var text = new[] { "b", "a", "c" };
        Array.Sort(text, StringComparer.Ordinal);
        Out.Line(string.Concat(text) + Array.Find(text, s => s != "a") + Array.Exists(text, s => s == "c"));
        Out.Line(Array.ConvertAll(text, s => s.Length).Length + Array.Empty<int>().Length);
        Array.Sort(text, (x, y) => string.CompareOrdinal(y, x));
        Out.Line(string.Concat(text));
        int[] keys = [3, 1, 2];
        string[] items = ["c", "a", "b"];
        Array.Sort(keys, items);
        Out.Line(string.Concat(items));
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        Buffer.BlockCopy(bytes, 2, bytes, 0, 4);
        Out.Line(BitConverter.ToInt32(bytes, 0));
    }
}
