using System.Globalization;

namespace Differential.Generation;

/// <summary>Constants: mostly those at which arithmetic changes its ways.</summary>
internal static class Literals
{
    private static readonly string[] Words = ["\"\"", "\"a\"", "\"Bc\"", "\"long text\"", "\"é→\"", "\"x,y,z\"", "\"0\""];

    public static string Of(DataType type, RandomSource random) => type.Kind switch
    {
        DataKind.Truth => random.Chance(50) ? "true" : "false",
        DataKind.Text => random.Pick(Words),
        DataKind.Character => random.Pick<string>(["'a'", "'Z'", "'\\0'", "'\\uffff'", "'5'"]),
        DataKind.Enumeration => $"{type.Name}.{random.Pick<string>(["None", "One", "Two", "Four", "High"])}",
        DataKind.Decimal => random.Pick<string>(
            ["0m", "1m", "-1.50m", "0.1m", "79228162514264337593543950335m", "1e-20m", "12345.6789m", "-7m"]),
        DataKind.Float => Float(type, random),
        _ => Integer(type, random),
    };

    /// <summary>A constant of any type.</summary>
    public static string OrDefault(DataType type, RandomSource random) =>
        type.Kind == DataKind.Structure ? "default" : Of(type, random);

    /// <summary>A number that can be divided by, as it stands in a program.</summary>
    public static string Divisor(DataType type, RandomSource random)
    {
        var number = random.Pick<string>(["1", "2", "3", "7", "10", "16", "100"]);
        return type.Kind == DataKind.Integer && !type.IsUnsigned && random.Chance(20) ? $"(-{number})" : number;
    }

    private static string Float(DataType type, RandomSource random)
    {
        var text = random.Pick<string>(
            ["0", "1", "-1", "0.5", "-2.75", "3.4e38", "1e-40", "16777217", "4294967296", "9.3e18", "-2147483649", "NaN",
                "PositiveInfinity", "NegativeInfinity", "Epsilon", "MaxValue", "123.456"]);
        return char.IsLetter(text[0]) ? $"{type.Name}.{text}" : text + (type.Name == "float" ? "f" : "d");
    }

    private static string Integer(DataType type, RandomSource random) => random.Below(6) switch
    {
        0 => $"{type.Name}.MaxValue",
        1 => $"{type.Name}.MinValue",
        2 => $"({type.Name})({random.Below(256) / 2})",
        3 => $"unchecked(({type.Name}){random.Bits().ToString(CultureInfo.InvariantCulture)})",
        _ => $"({type.Name}){random.Below(10)}",
    };
}
