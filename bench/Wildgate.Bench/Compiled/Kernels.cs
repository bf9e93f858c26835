using System.Globalization;
using System.Text;

namespace Wildgate.Bench.Compiled;

/// <summary>The work that is compiled and measured, in C#; <c>kernels.rs</c> has the same in Rust.</summary>
/// <remarks>All take a seed, so that no compiler can compute the result itself.</remarks>
internal static class Kernels
{
    private static readonly string Letters = string.Create(4096, 0, static (span, _) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = (char)('a' + (i * 7 % 26));
        }
    });

    private static readonly IShape[] Shapes = CreateShapes();

    private interface IShape
    {
        int Area(int scale);
    }

    public static int Fib(int seed) => seed < 2 ? seed : Fib(seed - 1) + Fib(seed - 2);

    public static int Sieve(int seed)
    {
        var composite = new bool[8192];
        var count = seed;
        for (var i = 2; i < composite.Length; i++)
        {
            if (!composite[i])
            {
                count++;
                for (var k = i + i; k < composite.Length; k += i)
                {
                    composite[k] = true;
                }
            }
        }

        return count;
    }

    public static int HashString(int seed)
    {
        var hash = (uint)seed;
        foreach (var letter in Letters)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)hash;
    }

    public static int BuildText(int seed)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < 200; i++)
        {
            builder.Append(i + seed).Append(',').Append("item");
        }

        var hash = 0;
        foreach (var letter in builder.ToString())
        {
            hash = (hash * 31) + letter;
        }

        return hash;
    }

    public static int Lookup(int seed)
    {
        var map = new Dictionary<int, int>();
        for (var i = 0; i < 500; i++)
        {
            map[(i * 7919) + seed] = i;
        }

        var sum = 0;
        for (var i = 0; i < 1000; i++)
        {
            if (map.TryGetValue((i * 7919) + seed, out var value))
            {
                sum += value;
            }
        }

        return sum;
    }

    public static int Parse(int seed)
    {
        var sum = seed;
        foreach (var part in "12, 345 ,x, -6789,42 , 100000,seven,8".Split(','))
        {
            if (int.TryParse(part.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            {
                sum += number;
            }
        }

        return sum;
    }

    public static int CallInterfaces(int seed)
    {
        var sum = 0;
        foreach (var shape in Shapes)
        {
            sum += shape.Area(seed);
        }

        return sum;
    }

    public static int Multiply(int seed)
    {
        const int Size = 32;
        var left = new double[Size * Size];
        var right = new double[Size * Size];
        for (var i = 0; i < left.Length; i++)
        {
            left[i] = (i + seed) % 10;
            right[i] = i % 7;
        }

        var trace = 0.0;
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                var cell = 0.0;
                for (var k = 0; k < Size; k++)
                {
                    cell += left[(row * Size) + k] * right[(k * Size) + column];
                }

                trace += cell * (row + 1);
            }
        }

        return (int)trace;
    }

    public static int Sort(int seed)
    {
        var numbers = new int[1000];
        var state = (uint)seed;
        for (var i = 0; i < numbers.Length; i++)
        {
            state = (state * 1664525) + 1013904223;
            numbers[i] = (int)(state >> 8);
        }

        Array.Sort(numbers);
        var hash = 0;
        foreach (var number in numbers)
        {
            hash = (hash * 31) + number;
        }

        return hash;
    }

    private static IShape[] CreateShapes()
    {
        var shapes = new IShape[3000];
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i] = (i * 31 % 7 % 3) switch
            {
                0 => new Square(i),
                1 => new Rectangle(i, 3),
                _ => new Dot(),
            };
        }

        return shapes;
    }

    private sealed class Square(int side) : IShape
    {
        public int Area(int scale) => side * side * scale;
    }

    private sealed class Rectangle(int width, int height) : IShape
    {
        public int Area(int scale) => width * height * scale;
    }

    private sealed class Dot : IShape
    {
        public int Area(int scale) => scale;
    }
}
