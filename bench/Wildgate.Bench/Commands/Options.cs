using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Wildgate.Bench.Commands;

/// <summary>Options that several commands have.</summary>
internal static class Options
{
    public static Option<string?> Json { get; } = new("--json")
    {
        Description = "Also write the results as JSON to this file",
    };

    public static Option<int> Port { get; } = new("--port") { Description = "Port on 127.0.0.1", Required = true };

    public static Option<int> Positive(string name, string description, int byDefault) =>
        Checked(name, description, byDefault, 1, 100_000);

    /// <summary>Seconds, up to a day.</summary>
    public static Option<double> Seconds(string name, string description, double byDefault) =>
        Checked(name, description, byDefault, 0.01, 86_400);

    /// <summary>A number within bounds.</summary>
    public static Option<T> Checked<T>(string name, string description, T byDefault, T min, T max)
        where T : struct, INumber<T> =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => byDefault,
            CustomParser = result => Parse(result, name, min, max) ?? byDefault,
        };

    /// <summary>A number within bounds, without default.</summary>
    public static Option<T?> Optional<T>(string name, string description, T min, T max)
        where T : struct, INumber<T> =>
        new(name) { Description = description, CustomParser = result => Parse(result, name, min, max) };

    private static T? Parse<T>(ArgumentResult result, string name, T min, T max)
        where T : struct, INumber<T>
    {
        var text = result.Tokens[0].Value;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{name} is {text}; it must be a number from {min} to {max}."));
        return null;
    }
}
