namespace Library.Text;

public static class CsvParsing
{
    private static IEnumerable<string[]> Parse(string text)
    {
        var fields = new List<string>();
        var b = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted) { if (c != '"') b.Append(c); else if (i + 1 < text.Length && text[i + 1] == '"') { b.Append('"'); i++; } else quoted = false; }
            else if (c == '"') quoted = true;
            else if (c == ',') { fields.Add(b.ToString()); b.Clear(); }
            else if (c == '\n') { fields.Add(b.ToString()); b.Clear(); yield return fields.ToArray(); fields.Clear(); }
            else if (c != '\r') b.Append(c);
        }

        if (b.Length > 0 || fields.Count > 0) { fields.Add(b.ToString()); yield return fields.ToArray(); }
    }

    public static void Run()
    {
        foreach (var row in Parse("id,name,note\r\n1,\"Smith, J\",\"said \"\"hi\"\"\"\n2,,\n3,\"multi\nline\",x")) Out.Line(row.Length + ": " + string.Join(" / ", row));
        var table = Parse("a,1\nb,2\na,3\n").GroupBy(r => r[0]).ToDictionary(g => g.Key, g => g.Sum(r => int.Parse(r[1])));
        Out.Line(string.Join(",", table.Select(p => p.Key + p.Value)));
    }
}
