using System.Globalization;

namespace Wildgate.Repository.Tests;

/// <summary>A numbered behaviour that plugins rely on; a row of <c>abi-cases.tsv</c>.</summary>
/// <param name="Number">Number, from 1 without gaps.</param>
/// <param name="Title">What happens.</param>
/// <param name="State">What is known of it beside tests: empty, <c>deviates</c> or <c>not applicable</c>.</param>
/// <param name="Note">The reason, or a remark.</param>
internal sealed record AbiCase(int Number, string Title, string State, string Note)
{
    public const string Deviates = "deviates";
    public const string NotApplicable = "not applicable";

    private const string Table = "test/Repository.Tests/abi-cases.tsv";

    public static AbiCase[] All { get; } =
        [.. Checkout.Read(Table).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Skip(1).Select(Parse)];

    private static AbiCase Parse(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length is < 2 or > 4)
        {
            throw new FormatException($"{Table}: a row has a number, a title, a state and a note, not `{line}`");
        }

        return new AbiCase(
            int.Parse(cells[0], CultureInfo.InvariantCulture),
            cells[1],
            cells.ElementAtOrDefault(2) ?? "",
            cells.ElementAtOrDefault(3) ?? "");
    }
}
