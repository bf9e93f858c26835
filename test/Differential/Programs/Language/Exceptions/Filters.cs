namespace Language.Exceptions;

public static class Filters
{
    private static bool Log(string s, bool result) { Out.Line("filter " + s); return result; }

    private static void Throw(int n) => throw (n switch { 0 => new ArgumentException("arg"), 1 => new InvalidOperationException("inv"), 2 => new FormatException("fmt"), _ => new Exception("other") });

    private static string Catch(int n)
    {
        try { Throw(n); return "none"; }
        catch (ArgumentException e) when (Log("a " + e.Message, true)) { return "arg"; }
        catch (InvalidOperationException) when (Log("i1", false)) { return "never"; }
        catch (InvalidOperationException) when (n > 0) { return "inv"; }
        catch (Exception e) when (e is FormatException { Message.Length: 3 }) { return "format"; }
        catch { return "rest"; }
    }

    public static void Run()
    {
        for (var i = 0; i < 4; i++) Out.Line(Catch(i));
        var depth = 0;
        try { Recurse(ref depth); }
        catch (Exception e) { Out.Line(e.Message + depth); }
        try { try { throw new Exception("x"); } catch (Exception) when (Fails()) { Out.Line("no"); } }
        catch (Exception e) { Out.Line("filter failed, got " + e.Message); }
    }

    private static bool Fails() => throw new InvalidOperationException("in filter");
    private static void Recurse(ref int depth) { try { if (++depth < 4) Recurse(ref depth); else throw new Exception("bottom"); } catch (Exception) when (depth < 0) { Out.Line("no"); } }
}
