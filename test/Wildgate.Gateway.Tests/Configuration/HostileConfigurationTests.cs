using System.Text;
using Wildgate.Gateway.Configuration;
using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

public sealed class HostileConfigurationTests
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public void Aliases_of_aliases_that_unfold_without_end_are_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 30; level++)
        {
            var aliases = string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10));
            bomb.Append('a').Append(level).Append(": &a").Append(level).Append(" [").Append(aliases).Append("]\n");
        }

        Assert.Equal(LimitExceeded, Assert.Single(Load.Refused(bomb.ToString())).Id);
    }

    [Fact]
    public void Aliases_of_long_text_are_counted_by_their_length()
    {
        var aliases = string.Join(", ", Enumerable.Repeat("*a", 100));
        var bomb = "a: &a " + new string('x', Mebibyte) + "\nb: [" + aliases + "]";

        Assert.Equal(LimitExceeded, Assert.Single(Load.Refused(bomb)).Id);
    }

    [Fact]
    public void Aliases_that_nest_too_deep_together_are_refused()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var level = 1; level < 200; level++)
        {
            text.Append('a').Append(level).Append(": &a").Append(level).Append(" [*a").Append(level - 1).Append("]\n");
        }

        Assert.Equal(LimitExceeded, Assert.Single(Load.Refused(text.ToString())).Id);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[[{a: ")]
    public void Nesting_without_end_is_refused(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 200_000));

        Assert.Equal(LimitExceeded, Assert.Single(Load.Refused(text)).Id);
    }

    [Fact]
    public void A_struct_of_the_greatest_depth_is_still_read()
    {
        // Up to the struct there are 14 levels.
        const int Levels = 80;
        var nested = string.Concat(Enumerable.Repeat("{ a: ", Levels)) + "1" + new string('}', Levels);

        var plugin = Load.Plugin(
            "vm_config: { code: { local: { filename: a } } }\n"
                + $"configuration: {{ \"@type\": a/google.protobuf.Struct, value: {nested} }}");

        Assert.Equal(Levels, plugin.Configuration.ToArray().Count(static character => character == '{'));
    }

    [Fact]
    public void Too_many_values_are_refused() =>
        Assert.Equal(
            LimitExceeded,
            Assert.Single(Load.Refused(string.Concat(Enumerable.Repeat("- a\n", 300_000)))).Id);

    [Fact]
    public void A_text_over_16_mebibytes_is_refused() =>
        Assert.Equal(
            LimitExceeded, Assert.Single(Load.Refused(new string('#', (16 * Mebibyte) + 1))).Id);

    [Fact]
    public void A_text_over_16_mebibytes_of_utf8_is_refused() =>
        Assert.Equal(
            LimitExceeded, Assert.Single(Load.Refused("#" + new string('ü', 9 * Mebibyte))).Id);

    [Theory]
    [InlineData("x")]
    [InlineData("x ")]
    [InlineData("x\n")]
    [InlineData("\n")]
    [InlineData("#x\n")]
    [InlineData("'")]
    [InlineData("&a ")]
    [InlineData("%a\n")]
    public void Sixteen_mebibytes_of_anything_come_to_an_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 16 * Mebibyte / piece.Length));

        Assert.NotEmpty(Load.Refused(text));
    }

    [Fact]
    public void Hundreds_of_thousands_of_mistakes_are_cut_to_a_hundred()
    {
        var fields = string.Concat(Enumerable.Range(0, 100_000).Select(static index => $"stat_prefi{index}: 1\n"));

        var failure = Assert.Throws<ConfigurationException>(() => Load.With(("manager", fields)));

        Assert.Equal(100, failure.Problems.Count);
        Assert.Equal(99_900, failure.OmittedCount);
        Assert.EndsWith("… and 99900 more problems", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_nearly_right_in_great_number_come_to_an_end()
    {
        var name = new string('n', 55);
        var clusters = string.Concat(Enumerable.Range(0, 40_000).Select(index => $"- name: {name}{index}\n"));
        var routes = string.Concat(Enumerable.Range(0, 5_000).Select(
            index => $"- {{ match: {{ prefix: / }}, route: {{ cluster: {name}x{index} }} }}\n"));

        Assert.Equal(100, Load.Refused(Sample.With(("clusters", clusters), ("routes", routes))).Count);
    }

    [Fact]
    public void A_module_of_megabytes_fits_into_the_configuration()
    {
        var module = new byte[8 * Mebibyte];
        new Random(1).NextBytes(module);

        var plugin = Load.Plugin(
            "\"vm_config\": { \"code\": { \"local\": { \"inline_bytes\": \"" + Convert.ToBase64String(module)
                + "\" } } }");

        Assert.Equal(module, Assert.IsType<InlineCodeConfig>(plugin.Vm.Code).Module.ToArray());
    }
}
