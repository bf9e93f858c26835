namespace Language.Numbers;

public static class Decimals
{
    public static void Run()
    {
        decimal[] v = [0m, 1m, -1m, 0.1m, 1.10m, 123456789.987654321m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 7.5m];
        foreach (var a in v)
        {
            foreach (var b in v)
            {
                var s = a + "," + b + ": " + (a < b) + (a == b) + a.CompareTo(b);
                foreach (var (n, f) in new (string, Func<decimal>)[] { ("+", () => a + b), ("-", () => a - b), ("*", () => a * b), ("/", () => a / b), ("%", () => a % b) })
                {
                    try { s += " " + n + f(); } catch (Exception e) { s += " " + n + e.GetType().Name; }
                }

                Out.Line(s);
            }

            Out.Line(decimal.Truncate(a) + " " + decimal.Floor(a) + " " + decimal.Ceiling(a) + " " + decimal.Negate(a) + " " + Math.Round(a, 1) + " " + Math.Round(a, MidpointRounding.AwayFromZero) + " " + string.Join(",", decimal.GetBits(a)) + a.Scale);
        }

        Out.Line(1.10m + 2.2m + " " + 1m / 3 + " " + 2.50m * 2 + " " + (1.0m == 1.00m) + 1.0m.GetHashCode().Equals(1.00m.GetHashCode()) + decimal.Round(-2.5m) + new decimal(1, 2, 3, true, 5));
        Out.Line(decimal.Parse("1,234.50").ToString("C2") + 0.125m.ToString("P1") + 1234567.891m.ToString("N1") + 12m.ToString("0.000") + decimal.ToInt32(5.9m) + (long)-5.9m);
    }
}
