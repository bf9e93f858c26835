/// <summary>Not a program: a call that does not return.</summary>
public static class Endless
{
    private static volatile bool s_go = true;

    public static void Loop()
    {
        Out.Line("begins");
        while (s_go)
        {
        }
    }
}
