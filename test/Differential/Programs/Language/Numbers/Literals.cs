namespace Language.Numbers;

public static class Literals
{
    public static void Run()
    {
        Out.Line(0b1010_1010 + 0xFF_FFL + 1_000_000 + 0xFFFFFFFF + 1e3 + 1.5e-3 + .5f + 100d + 7UL + 0x7FFF_FFFF_FFFF_FFFF);
        Out.Line('\t' + 0 + '\x41' + "\u00e9\U0001F600\e[0m\0end".Length);
        Out.Line("""
            raw "text"
              indented \n stays
            """);
        var v = 5;
        Out.Line($$"""{"json": {{v}}, "x": [] }""");
        Out.Line(@"verbatim \ ""quoted""
second line" + $@"a{v}\b" + $"{{{v}}}");
        Out.Line("utf8 é€😀"u8.Length + " " + "abc"u8[1] + System.Text.Encoding.UTF8.GetString("hé"u8));
        Out.Line(int.MinValue + " " + long.MinValue + -2147483648 + (-9223372036854775808) + ulong.MaxValue + sbyte.MinValue + 'a'.GetType() + 1u.GetType() + 1L.GetType() + 2147483648.GetType());
        Out.Line(default(int) + default(string) + default(DateTime).Year + (default(object) is null));
    }
}
