using System.Globalization;
using System.Text.RegularExpressions;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>Durations in protobuf's JSON form: seconds with up to nine decimals and an "s".</summary>
internal static partial class DurationText
{
    // The range of google.protobuf.Duration.
    private const decimal MostSeconds = 315_576_000_000m;

    private static readonly Dictionary<string, decimal> SecondsPerUnit = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ns"] = 0.000_000_001m,
        ["us"] = 0.000_001m,
        ["ms"] = 0.001m,
        [""] = 1,
        ["sec"] = 1,
        ["m"] = 60,
        ["min"] = 60,
        ["h"] = 3600,
        ["d"] = 86_400,
    };

    /// <summary>
    /// Reads a duration; a part of a tick is never rounded to zero, because zero often means "no limit".
    /// </summary>
    public static bool TryRead(string text, out TimeSpan duration)
    {
        duration = default;
        if (!Shape().IsMatch(text)
            || !TryReadNumber(text.AsSpan(0, text.Length - 1), out var seconds)
            || Math.Abs(seconds) > MostSeconds)
        {
            return false;
        }

        duration = new TimeSpan((long)decimal.Round(seconds * TimeSpan.TicksPerSecond, MidpointRounding.AwayFromZero));
        if (duration == TimeSpan.Zero)
        {
            duration = new TimeSpan(Math.Sign(seconds));
        }

        return true;
    }

    /// <summary>
    /// How to write what somebody probably meant, such as <c>0.5s</c> for <c>500ms</c>; empty if unknown.
    /// </summary>
    public static string Suggest(string text)
    {
        var match = WithUnit().Match(text);
        if (!match.Success
            || !SecondsPerUnit.TryGetValue(match.Groups["unit"].Value, out var factor)
            || !TryReadNumber(match.Groups["number"].ValueSpan, out var number)
            || Math.Abs(number) > MostSeconds / factor)
        {
            return "";
        }

        return $"write \"{Seconds(number * factor)}s\"";
    }

    public static string Write(TimeSpan duration) =>
        Seconds((decimal)duration.Ticks / TimeSpan.TicksPerSecond) + "s";

    private static bool TryReadNumber(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string Seconds(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A-?[0-9]{1,12}(\.[0-9]{1,9})?s\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A(?<number>-?[0-9]{1,12}(\.[0-9]{1,9})?) ?(?<unit>[A-Za-z]{0,3})\z")]
    private static partial Regex WithUnit();
}
