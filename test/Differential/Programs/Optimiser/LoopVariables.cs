namespace Optimiser;

/// <summary>Values of variables before and after they change, in loops, handlers and conditions.</summary>
public static class LoopVariables
{
    public static void Run()
    {
        Out.Line($"{Before(5)} {After(5)} {Both(6)} {Two(7)}");
        Out.Line($"{Parsed("  -12x")} {Parsed("7")} {Parsed("")} {Parsed("+")}");
        Out.Line($"{Caught(3)} {Caught(0)} {Nested(4)} {Fibonacci(20)}");
        Out.Line(string.Join(',', Indices([5, 3, 8, 1])));
    }

    private static int Before(int count)
    {
        var sum = 0;
        var i = 0;
        while (i < count)
        {
            sum += i++ * 10;
            sum += i;
        }

        return sum;
    }

    private static int After(int count)
    {
        var sum = 0;
        var i = 0;
        while (++i < count)
        {
            var old = i;
            if (i == 3)
            {
                i++;
            }

            sum += (old * 100) + i;
        }

        return sum;
    }

    private static int Both(int value)
    {
        var next = value + 1;
        value = next;
        if (next > 5)
        {
            value = next * 2;
        }

        return (next * 1000) + value;
    }

    private static string Two(int value)
    {
        var a = value;
        var b = value * 2;
        var t = a + b;
        a = t;
        t = a * b;
        b = t;
        return $"{a} {b} {t}";
    }

    private static int Parsed(ReadOnlySpan<char> text)
    {
        var index = 0;
        if ((uint)index >= (uint)text.Length)
        {
            return -1;
        }

        var letter = text[index];
        while (letter == ' ')
        {
            index++;
            if ((uint)index >= (uint)text.Length)
            {
                return -2;
            }

            letter = text[index];
        }

        var sign = 1;
        if (letter is '-' or '+')
        {
            sign = letter == '-' ? -1 : 1;
            index++;
            if ((uint)index >= (uint)text.Length)
            {
                return -3;
            }

            letter = text[index];
        }

        var number = 0;
        while (char.IsAsciiDigit(letter))
        {
            number = (number * 10) + letter - '0';
            index++;
            if ((uint)index >= (uint)text.Length)
            {
                break;
            }

            letter = text[index];
        }

        return (sign * number * 100) + index;
    }

    private static string Caught(int divisor)
    {
        var state = 1;
        try
        {
            var next = state + 10;
            state = next;
            next = 100 / divisor;
            state = next;
            return $"ok {state} {next}";
        }
        catch (DivideByZeroException)
        {
            return $"caught {state}";
        }
    }

    private static int Nested(int size)
    {
        var total = 0;
        for (var i = 0; i < size; i++)
        {
            var row = i * size;
            for (var k = i; k < size; k++)
            {
                var cell = row + k;
                row = cell;
                total += cell - i;
            }

            total += row;
        }

        return total;
    }

    private static int Fibonacci(int count)
    {
        var (a, b) = (0, 1);
        for (var i = 0; i < count; i++)
        {
            (a, b) = (b, a + b);
        }

        return a;
    }

    private static List<int> Indices(int[] values)
    {
        var result = new List<int>();
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            var previous = best;
            best = values[i] > values[best] ? i : best;
            result.Add((previous * 10) + best);
        }

        return result;
    }
}
