namespace Language.Numbers;

public static class DecimalCorners
{
    public static void Run()
    {
        decimal[] all = [0m, -0.0m, 1.0m, 1.00m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 7.5m, -2.5m, 3.5m, 1e28m, 123456789.987654321m];
        foreach (var x in all)
        {
            Out.Line(x + " " + decimal.Floor(x) + decimal.Ceiling(x) + decimal.Truncate(x) + Math.Round(x) + Math.Round(x, 1, MidpointRounding.AwayFromZero) + " " + decimal.Negate(x) + Math.Abs(x) + Math.Sign(x) + x.Scale + " " + x.GetHashCode().Equals((x + 0.00m).GetHashCode()) + string.Join(",", decimal.GetBits(x)) + " " + (double)x + " " + (float)x + x.ToString("G5") + x.ToString("F2") + x.ToString("E3") + x.ToString("N1"));
            foreach (var y in all)
            {
                string s = "";
                try { s += x + y; } catch (OverflowException) { s += "o"; }
                try { s += " " + x * y; } catch (OverflowException) { s += " o"; }
                try { s += " " + x / y; } catch (OverflowException) { s += " o"; } catch (DivideByZeroException) { s += " z"; }
                try { s += " " + x % y; } catch (OverflowException) { s += " o"; } catch (DivideByZeroException) { s += " z"; }
                Out.Line(s + " " + (x < y) + (x == y) + x.CompareTo(y));
            }
        }

        foreach (var s in new[] { "1.50", "-0", ".5", "1e3", "79228162514264337593543950336", "0.00000000000000000000000000005", " 3 ", "1,000.5", "(2)", "" })
        {
            Out.Line(decimal.TryParse(s, out var d) + " " + d + decimal.TryParse(s, System.Globalization.NumberStyles.Any, null, out d) + d);
        }

        Out.Try("int", () => Out.Line((int)(all[4] / 1000)));
        Out.Try("long", () => Out.Line((long)all[4]));
        Out.Try("byte", () => Out.Line((byte)all[8]));
        Out.Try("dbl", () => Out.Line((decimal)((double)all[10] * 10)));
        Out.Line((int)-1.9m + " " + (ulong)5.5m + (char)65m + (decimal)0.1 + (decimal)0.1f + (decimal)1e-30 + (decimal)123456789012345678.0);
        var i = 5m; i++; --i; i += 0.10m; i *= 2;
        Out.Line(i + " " + (i > 10) + decimal.Compare(1m, 2m) + decimal.Remainder(7, 3) + decimal.ToOACurrency(1.5m) + new decimal(1, 2, 3, true, 5));
    }
}
