namespace Language.Control;

public static class Loops
{
    public static void Run()
    {
        var s = "";
        for (int i = 0, j = 10; i < j; i += 3, j--) s += i + ":" + j + " ";
        Out.Line(s);
        var n = 27;
        var steps = 0;
        do { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps++; } while (n != 1);
        Out.Line(steps);
        s = "";
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                if (j == 2) continue;
                if (i == 2) goto next;
                if (i == 3 && j == 1) goto done;
                s += i * 10 + j + ",";
            }

        next:
            s += ";";
        }

    done:
        Out.Line(s);
        var k = 0;
        while (true) { if (++k > 100) break; if (k % 7 == 0 && k % 5 == 0) { Out.Line("found " + k); } }
        for (; ; ) { k--; if (k < 95) break; }
        Out.Line(k);
        for (byte b = 250; b != 4; b++) s = b.ToString();
        Out.Line(s);
        for (var d = 0.0; d < 1; d += 0.1) s = d.ToString("R");
        Out.Line(s);
    }
}
