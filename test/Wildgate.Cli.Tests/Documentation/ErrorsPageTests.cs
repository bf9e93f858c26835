using System.Text.RegularExpressions;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Documentation;

public sealed partial class ErrorsPageTests
{
    [Fact]
    public void Every_error_id_is_explained_and_every_explained_id_exists()
    {
        var used = Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Id().Matches(File.ReadAllText(path)))
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(used, Rows().Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_explanation_has_a_meaning_and_a_way_out() => Assert.All(
        Rows(),
        row =>
        {
            Assert.Matches("^[A-Z].*\\.$", row.Meaning);
            Assert.Matches("^[A-Z].*\\.$", row.WayOut);
        });

    private static IEnumerable<(string Id, string Meaning, string WayOut)> Rows() =>
        File.ReadLines(Repository.At("docs/errors.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && Id().IsMatch(cells[1]))
            .Select(cells => (cells[1], cells[2], cells[3]));

    [GeneratedRegex(@"\b((PW|WG|PWC)[0-9]{4}|PWS[0-9]{3})\b")]
    private static partial Regex Id();
}
