using Wildgate.Gateway.Configuration;
using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

public sealed class WholeConfigurationProblemTests
{
    [Fact]
    public void All_problems_are_reported_at_once_in_the_order_of_the_text()
    {
        var problems = Load.Refused(Sample.With(
            ("address", "address: { socket_address: { address: nowhere, port_value: -1 } }"),
            ("manager", "codec_type: FAST\ntracing: {}\ncodek: 1"),
            ("routes", "- { match: { prefix: / }, route: { cluster: upstreams, timeout: 1 } }\n- 5"),
            ("vm", "runtime: envoy.wasm.runtime.null\ncode: { remote: {} }"),
            ("router", ""),
            ("cluster", "type: EDS\nname: again")));

        Assert.Equal(
            [
                InvalidValue, InvalidValue, InvalidValue, NotSupported, UnknownField, UnknownReference, InvalidValue,
                WrongShape, FilterOrder, NotSupported, MissingField, MissingField, NotSupported, DuplicateKey,
            ],
            problems.Select(static problem => problem.Id));
        Assert.Equal(problems.OrderBy(static problem => problem.Line), problems);
        Assert.All(problems, static problem => Assert.True(problem is { Line: > 0, Column: > 0, Path.Length: > 0 }));
    }

    [Fact]
    public void A_problem_reads_as_one_line_with_place_id_path_and_advice()
    {
        var problem = Load.RefusedAtMark(Sample.With(("manager", "§stat_prefx: a")), "dir/envoy.yaml");

        Assert.Equal(
            "dir/envoy.yaml:11:11: WG1011: static_resources.listeners[0].filter_chains[0].filters[0].typed_config"
                + ".stat_prefx: expected a field of the HTTP connection manager, found \"stat_prefx\"; "
                + "did you mean \"stat_prefix\"?",
            problem.ToString().Replace("an HTTP", "the HTTP", StringComparison.Ordinal));
    }

    [Fact]
    public void The_exception_says_every_problem()
    {
        var failure = Assert.Throws<ConfigurationException>(
            () => Load.With(("manager", "codek: 1"), ("cluster", "type: EDS")));

        Assert.Equal(
            string.Join('\n', failure.Problems.Select(static problem => problem.ToString())),
            failure.Message);
        Assert.Equal(2, failure.Problems.Count);
        Assert.Equal(0, failure.OmittedCount);
    }

    [Fact]
    public void A_second_listener_is_read_like_the_first()
    {
        var text = Sample.With(("manager", "")).Replace(
            "  clusters:\n", "  - name: second\n    adress: {}\n  clusters:\n", StringComparison.Ordinal);

        var problems = Load.Refused(text);

        Assert.Contains(problems, static problem =>
            problem is { Id: UnknownField, Path: "static_resources.listeners[1].adress" });
    }

    [Fact]
    public void A_second_filter_chain_is_refused()
    {
        var problem = Load.RefusedAtMark(
            Sample.Minimal.Replace("  clusters:\n", "    - §{}\n  clusters:\n", StringComparison.Ordinal));

        Assert.Equal(
            (NotSupported, "static_resources.listeners[0].filter_chains[1]"), (problem.Id, problem.Path));
    }

    [Fact]
    public void A_filter_chain_without_router_is_refused()
    {
        var problem = Load.RefusedAtMark(Sample.With(("filters", "  §[]"), ("router", "")));

        Assert.Equal(FilterOrder, problem.Id);
        Assert.EndsWith(".http_filters", problem.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("§static_resources: [", 1, 20, Syntax)]
    [InlineData("static_resources:\n\tlisteners: 1", 2, 1, Syntax)]
    [InlineData("a: b: c", 1, 5, Syntax)]
    [InlineData("\"a", 1, 1, Syntax)]
    [InlineData("{}\n---\n{}", 2, 1, DocumentCount)]
    [InlineData("", 1, 1, DocumentCount)]
    [InlineData("# nothing here", 1, 15, DocumentCount)]
    [InlineData("text", 1, 1, WrongShape)]
    [InlineData("[]", 1, 1, WrongShape)]
    [InlineData("{}", 1, 1, MissingField)]
    [InlineData("---", 1, 4, WrongShape)]
    [InlineData("static_resources: { listeners: [] }", 1, 32, WrongCount)]
    [InlineData("static_resources: {}", 1, 19, MissingField)]
    [InlineData("a: \0b", 1, 4, NotText)]
    [InlineData("a: b\r\nc: \u0007", 2, 4, NotText)]
    [InlineData("a: b\rc: \u009b", 2, 4, NotText)]
    public void A_text_that_is_no_configuration_is_refused(string text, int line, int column, string id)
    {
        var problem = Assert.Single(Load.Refused(text.Replace("§", "", StringComparison.Ordinal)));

        Assert.Equal((id, line, column), (problem.Id, problem.Line, problem.Column));
    }

    [Fact]
    public void Tabs_for_indentation_get_the_advice_to_use_spaces() =>
        Assert.Contains(
            "spaces",
            Assert.Single(Load.Refused("static_resources:\n\tlisteners: 1")).Advice,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("a: \"\\ud800\"")]
    [InlineData("a: \"\\udc00\"")]
    [InlineData("a: \"\\ud800\\ud800\"")]
    [InlineData("a: \"\\UFFFFFFFF\"")]
    [InlineData("a: \"\\U00110000\"")]
    [InlineData("a: !<> b")]
    [InlineData("%YAML 99999999999999999999.1\n---\na: b")]
    [InlineData("a: |99999999999\n b")]
    public void Escapes_tags_and_directives_without_meaning_are_syntax_errors(string text)
    {
        var problem = Assert.Single(Load.Refused(text));

        Assert.Equal((Syntax, 1), (problem.Id, problem.Line));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_the_text_is_refused()
    {
        var problem = Assert.Single(Load.Refused("a: \ud800"));

        Assert.Equal((NotText, 1, 4), (problem.Id, problem.Line, problem.Column));
    }

    [Fact]
    public void A_json_file_with_a_word_that_is_not_json_is_refused_inside_a_struct()
    {
        var problem = Load.RefusedAtMark(
            Sample.With(("plugin", """
                vm_config: { code: { local: { filename: a } } }
                configuration: { "@type": a/google.protobuf.Struct, value: { a: §yes } }
                """)),
            "envoy.json");

        Assert.Equal(InvalidValue, problem.Id);
        Assert.EndsWith(".configuration.value.a", problem.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_in_messages_stay_short_and_on_one_line()
    {
        var hostile = "\"" + string.Concat(Enumerable.Repeat("a\\n\\u001b[31m\\u202e", 1000)) + "\"";

        var problem = Assert.Single(Load.Refused(Sample.With(("manager", "codec_type: " + hostile))));

        Assert.DoesNotContain(problem.ToString(), char.IsControl);
        Assert.DoesNotContain('\u202e', problem.ToString());
        Assert.True(problem.ToString().Length < 500);
    }
}
