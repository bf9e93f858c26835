using System.Globalization;
using ProxyWasm.Abi;

namespace ProxyWasm.Testing.Suites;

/// <summary>Log levels as suites and the flags of their users name them.</summary>
public static class SuiteLevels
{
    private static readonly (string Name, LogLevel Level)[] Levels =
    [
        ("UNDEFINED", LogLevel.Info),
        ("TRACE", LogLevel.Trace),
        ("DEBUG", LogLevel.Debug),
        ("INFO", LogLevel.Info),
        ("WARN", LogLevel.Warn),
        ("ERROR", LogLevel.Error),
        ("CRITICAL", LogLevel.Critical),
    ];

    /// <summary>All names, for messages.</summary>
    public static string Names => string.Join(", ", Levels.Select(level => level.Name));

    /// <summary>Finds a level by its name, or by its number in the format.</summary>
    public static bool TryParse(string text, out LogLevel level)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var index = isNumber
            ? number
            : Array.FindIndex(Levels, known => known.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
        level = (uint)index < Levels.Length ? Levels[index].Level : default;
        return (uint)index < Levels.Length;
    }
}
