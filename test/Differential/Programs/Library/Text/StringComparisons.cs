namespace Library.Text;

public static class StringComparisons
{
    public static void Run()
    {
        string[] all = ["apple", "Apple", "APPLE", "äpple", "zebra", "", "a b", "a-b", "ab"];
        foreach (var c in new[] { StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase, StringComparer.InvariantCulture, StringComparer.InvariantCultureIgnoreCase, StringComparer.CurrentCulture })
        {
            Out.Line(string.Join(",", all.Order(c)) + " " + c.Equals("a", "A") + Math.Sign(c.Compare("a", "B")) + Math.Sign(c.Compare(null, "")) + (c.GetHashCode("x") == c.GetHashCode("x")));
        }

        foreach (var m in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase, StringComparison.InvariantCulture, StringComparison.InvariantCultureIgnoreCase }) Out.Line(Math.Sign(string.Compare("co-op", "coop", m)) + " " + Math.Sign(string.Compare("É", "é", m)) + "abc".Equals("ABC", m) + Math.Sign(string.Compare("ab", 0, "AC", 0, 2, m)));
        Out.Line(Math.Sign(string.Compare("x", "y", true)) + " " + "b".CompareTo("a") + string.Compare("a", null) + StringComparer.FromComparison(StringComparison.OrdinalIgnoreCase).Equals("q", "Q"));
        Out.Line(char.ToUpperInvariant('ß') + "" + char.ToLowerInvariant('Σ') + char.ToUpper('é') + "ΑΣ".ToLowerInvariant() + "ǆ".ToUpperInvariant());
    }
}
