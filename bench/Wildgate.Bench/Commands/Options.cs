using System.CommandLine;
using System.Numerics;

namespace Wildgate.Bench.Commands;

/// <summary>Options that several commands have.</summary>
internal static class Options
{
    public static Option<string?> Json { get; } = new("--json") { Description = "Also write the results as JSON to this file" };

    public static Option<int> Port { get; } = new("--port") { Description = "Port on 127.0.0.1", Required = true };

    public static Option<int> Positive(string name, string description, int byDefault) =>
        Checked(name, description, byDefault, 1, 100_000);

    /// <summary>Seconds, up to a day.</summary>
    public static Option<double> Seconds(string name, string description, double byDefault) =>
        Checked(name, description, byDefault, 0.01, 86_400);

    public static Option<T> Checked<T>(string name, string description, T byDefault, T min, T max)
        where T : struct, INumber<T>
    {
        var option = new Option<T>(name) { Description = description, DefaultValueFactory = _ => byDefault };
        AddRange(option, min, max);
        return option;
    }

    /// <summary>An option without default.</summary>
    public static Option<T?> Optional<T>(string name, string description, T min, T max)
        where T : struct, INumber<T>
    {
        var option = new Option<T?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValue(option) is { } value && (value < min || value > max))
            {
                result.AddError($"{name} is {value}; it must be from {min} to {max}.");
            }
        });
        return option;
    }

    private static void AddRange<T>(Option<T> option, T min, T max)
        where T : struct, INumber<T> =>
        option.Validators.Add(result =>
        {
            var value = result.GetValue(option);
            if (value < min || value > max || T.IsNaN(value))
            {
                result.AddError($"{option.Name} is {value}; it must be from {min} to {max}.");
            }
        });
}
