using System.Text.Json;

namespace Wildgate.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("wild: unknown command 'inspct'", "Did you mean 'inspect'?", "inspct")]
    [InlineData("wild: unknown option '--no-colour'", "Did you mean '--no-color'?", "--no-colour")]
    [InlineData("wild inspect: unknown option '--outptu'", "Did you mean '--output'?", "inspect", "--outptu", "json")]
    [InlineData("wild inspect: unknown option '--zzz'", "run 'wild inspect --help'", "inspect", "x", "--zzz")]
    [InlineData("wild inspect: unexpected argument 'b'", "run 'wild inspect --help'", "inspect", "a", "b")]
    [InlineData("wild inspect: Required argument 'PLUGIN.wasm' missing", "run 'wild inspect --help'", "inspect")]
    [InlineData("wild inspect: Argument 'yaml' not recognized", "run 'wild inspect", "inspect", "x", "-o", "yaml")]
    [InlineData("wild inspect: Required argument missing for option: '-o'", "run 'wild", "inspect", "x", "-o")]
    public async Task Mistakes_on_the_command_line_are_explained_in_two_lines(
        string error, string hint, params string[] arguments)
    {
        var result = await WildProcess.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        var lines = result.Error.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"Error: {error}", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Hint: ", lines[1], StringComparison.Ordinal);
        Assert.Contains(hint, lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_a_document_where_json_was_asked_for()
    {
        var result = await WildProcess.RunAsync("inspect", "x", "-o", "json", "--zzz");

        Assert.Equal(2, result.ExitCode);
        using var document = JsonDocument.Parse(result.Error);
        var error = document.RootElement.GetProperty("error");
        Assert.Equal("usage", error.GetProperty("code").GetString());
        Assert.Contains("--zzz", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData]
    public async Task The_help_lists_the_commands(params string[] arguments)
    {
        var result = await WildProcess.RunAsync(arguments);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("inspect <PLUGIN.wasm>", result.Output, StringComparison.Ordinal);
        Assert.Contains("version", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_a_command_has_examples()
    {
        var result = await WildProcess.RunAsync("inspect", "--help");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("Examples:\n  wild inspect plugin.wasm\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_behind_two_dashes_is_not_an_option()
    {
        var result = await WildProcess.RunAsync("inspect", "--", "--zzz");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cannot read --zzz: the file does not exist", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-v", false)]
    [InlineData("-vv", true)]
    public async Task Only_double_verbosity_shows_a_stack_trace(string option, bool expected)
    {
        var result = await WildProcess.RunAsync("inspect", "does-not-exist.wasm", option);

        Assert.Equal(expected, result.Error.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_names_every_abi()
    {
        var text = await WildProcess.RunAsync("version");
        var json = await WildProcess.RunAsync("version", "-o", "json");

        Assert.Equal((0, 0), (text.ExitCode, json.ExitCode));
        Assert.Matches("(?m)^abi +0\\.1\\.0, 0\\.2\\.0, 0\\.2\\.1$", text.Output);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", document.RootElement.GetProperty("version").GetString());
        Assert.Equal(3, document.RootElement.GetProperty("abiVersions").GetArrayLength());
    }
}
