using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

/// <summary>Every bad input of <c>wild run -f</c>, with what its user reads, word for word.</summary>
public sealed class RunGatewayErrorTests : IDisposable
{
    private const string Manager = "static_resources.listeners[0].filter_chains[0].filters[0].typed_config";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_missing_file_and_a_directory_cannot_be_read()
    {
        var missing = _scratch.At("nope.yaml");

        await AssertErrorAsync(
            1,
            missing,
            $"Error: {missing}: cannot be read: the file does not exist [WG1001]\n"
            + "Hint: Check the path and its permissions\n");
        await AssertErrorAsync(
            1,
            _scratch.Root,
            $"Error: {_scratch.Root}: cannot be read: it is a directory [WG1001]\n"
            + "Hint: Check the path and its permissions\n");
    }

    [Fact]
    public async Task A_text_that_is_not_yaml_is_refused_with_its_place()
    {
        var file = Write(("    filter_chains:", "   filter_chains:"));

        await AssertErrorAsync(
            3,
            file,
            $"Error: {file}:11:4: not valid YAML: \"While parsing a block mapping, did not find expected key.\" [WG1003]\n"
            + "Hint: Check indentation, quotes and brackets at and before this place\n");
    }

    [Fact]
    public async Task An_unknown_field_is_named_with_its_line_and_path()
    {
        var file = Write(("connect_timeout", "conect_timeout"));

        await AssertErrorAsync(
            3,
            file,
            $"Error: {file}:44:5: static_resources.clusters[0].conect_timeout: expected a field of a cluster, found "
            + "\"conect_timeout\" [WG1011]\nHint: Did you mean \"connect_timeout\"?\n");
    }

    [Fact]
    public async Task Several_problems_are_told_at_once_each_with_its_own_way_out()
    {
        var file = Write(
            ("stat_prefix: http", "stat_prefx: http"), ("cluster: api }", "cluster: apo }"), ("1s", "1"));

        await AssertErrorAsync(
            3,
            file,
            $"""
            Error: {file}:15:11: {Manager}.stat_prefix: expected the field "stat_prefix" in the HTTP connection manager, found none [WG1010]
            Hint: Add it
            Error: {file}:16:11: {Manager}.stat_prefx: expected a field of the HTTP connection manager, found "stat_prefx" [WG1011]
            Hint: Did you mean "stat_prefix"?
            Error: {file}:24:35: {Manager}.route_config.virtual_hosts[0].routes[0].route.cluster: expected the name of a cluster, found "apo" [WG1015]
            Hint: Did you mean "api"?
            Error: {file}:44:22: static_resources.clusters[0].connect_timeout: expected a duration in seconds such as "0.25s", found "1" [WG1009]
            Hint: Write "1s"

            """);
    }

    [Fact]
    public async Task A_flood_of_problems_is_cut_off_and_counted()
    {
        var unknown = string.Concat(Enumerable.Range(0, 300).Select(static number => $"x{number}: 1\n"));
        var file = Write(("static_resources:", unknown + "static_resources:"));
        var result = await WildProcess.RunAsync("run", "-f", file);

        Assert.Equal(3, result.ExitCode);
        Assert.EndsWith(
            $"Error: {file}: 200 more problems are not shown\nHint: Correct those above and run the command again\n",
            result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_a_plugin_is_missing()
    {
        var file = Write(("../hello-wat/hello.wat", "nope.wasm"));

        await AssertErrorAsync(
            1,
            file,
            "Error: plugin `hello`: cannot read nope.wasm: the file does not exist [WG2003]\n"
            + "Hint: Check the path; a relative one starts at the working directory or, if nothing is there, beside the "
            + "configuration\n");
    }

    [Theory]
    [InlineData("p.wasm", "no", "this is not a WebAssembly module: it begins with the bytes 6E6F instead of 0061736D "
        + "[PW1002]\nHint: Check that the path names the .wasm file of the build")]
    [InlineData("p.wat", "(module", "the WebAssembly text is not well-formed: line 1, column 8: expected `)` [PW2001]\n"
        + "Hint: Correct the text at this place")]
    public async Task The_file_of_a_plugin_is_no_plugin(string name, string content, string expected)
    {
        var file = Write(("../hello-wat/hello.wat", name));
        _scratch.Write("gateway/" + name, content);

        await AssertErrorAsync(3, file, $"Error: plugin `hello`: {name}: {expected}\n");
    }

    private static async Task AssertErrorAsync(int exitCode, string file, string error)
    {
        var result = await WildProcess.RunAsync("run", "-f", file);

        Assert.Equal((exitCode, string.Empty), (result.ExitCode, result.Output));
        Assert.Equal(error, result.Error);
    }

    private string Write(params (string From, string To)[] changes)
    {
        var text = File.ReadAllText(Repository.At("samples/gateway/gateway.yaml"));
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return _scratch.Write("gateway/gateway.yaml", text);
    }
}
