using System.Globalization;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// How numbers are written where nobody names a culture: as the invariant culture has it, without that culture, whose
/// calendars and names of days would come with it.
/// </summary>
internal static class Cultures
{
    private static NumberFormatInfo? s_numbers;

    [Replaces("System.Globalization.NumberFormatInfo", "get_CurrentInfo")]
    [Replaces("System.Globalization.NumberFormatInfo", "get_InvariantInfo")]
    public static NumberFormatInfo Numbers() => s_numbers ??= NumberFormatInfo.ReadOnly(new NumberFormatInfo());
}
