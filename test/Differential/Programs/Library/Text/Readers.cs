namespace Library.Text;

public static class Readers
{
    public static void Run()
    {
        var r = new StringReader("line one\nline two\r\n\nlast");
        string l;
        while ((l = r.ReadLine()) != null) Out.Line("[" + l + "]");
        r = new StringReader("ab\ncd");
        Out.Line((char)r.Peek() + "" + (char)r.Read() + r.ReadToEnd() + r.Read());
        var w = new StringWriter();
        w.Write("x");
        w.Write(5);
        w.Write('c');
        w.WriteLine(2.5);
        w.Write("{0}-{1}", 1, 2);
        w.NewLine = "|";
        w.WriteLine();
        Out.Line(w.ToString());
        var m = new MemoryStream();
        using (var sw = new StreamWriter(m, leaveOpen: true)) { sw.Write("héllo"); sw.WriteLine(" wörld"); }
        m.Position = 0;
        using var sr = new StreamReader(m);
        Out.Line(sr.ReadLine() + sr.EndOfStream + m.Length);
        var t = TextReader.Null;
        Out.Line(t.ReadToEnd().Length + Async().Result);
    }

    private static async Task<string> Async() { var r = new StringReader("async\ntext"); return await r.ReadLineAsync() + await r.ReadToEndAsync(); }
}
