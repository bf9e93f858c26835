using System.Text.RegularExpressions;

namespace ProxyWasm.Host.Engines.Wasmtime;

/// <summary>Puts what the engine says about a text, several lines with a drawing, on one line.</summary>
internal static partial class TextErrors
{
    /// <summary>The place first, then what is wrong; only the first line when there is no place.</summary>
    public static string Describe(string message)
    {
        var what = FaultTranslator.FirstLine(message);
        var place = Place().Match(message);
        return place.Success ? $"line {place.Groups["line"]}, column {place.Groups["column"]}: {what}" : what;
    }

    [GeneratedRegex(@"^ *--> .*:(?<line>[0-9]+):(?<column>[0-9]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Place();
}
