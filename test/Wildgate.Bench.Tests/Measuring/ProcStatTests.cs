using Wildgate.Bench.Measuring;

namespace Wildgate.Bench.Tests.Measuring;

public sealed class ProcStatTests
{
    private const string AfterName = " S 41 42 42 0 -1 4194560 1 2 3 4 150 27 8 9 20 0 1 0 100 200 300";

    [Theory]
    [InlineData("42 (nginx)")]
    [InlineData("42 (a name (with) brackets)")]
    [InlineData("42 () S 1 2 3)")]
    public void The_fields_are_found_whatever_the_name_contains(string start) =>
        Assert.Equal(new ProcStat(Parent: 41, Ticks: 177), ProcStat.Parse(start + AfterName));

    [Theory]
    [InlineData("")]
    [InlineData("42 (nginx)")]
    [InlineData("42 (nginx) S 41 42 42 0 -1 4194560 1 2 3 4 150")]
    [InlineData("42 (nginx) S x 42 42 0 -1 4194560 1 2 3 4 150 27 8")]
    public void Anything_else_is_no_stat_line(string line) => Assert.Null(ProcStat.Parse(line));
}
