using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wasmtime;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class InspectCommandTests
{
    private static readonly byte[] Plugin = Module.ConvertText("""
        (module
          (import "env" "proxy_log" (func (param i32 i32 i32) (result i32)))
          (memory (export "memory") 2 16)
          (func (export "proxy_abi_version_0_2_1"))
          (func (export "_initialize"))
          (func (export "malloc") (param i32) (result i32) (local.get 0))
          (func (export "proxy_on_request_headers") (param i32 i32 i32) (result i32) (i32.const 0)))
        """);

    private static readonly byte[] Broken = Module.ConvertText("""
        (module
          (import "env" "proxy_nothing" (func (param i64)))
          (import "env" "proxy_log" (func (param i32)))
          (memory (export "memory") 1)
          (func (export "malloc") (param i32) (result i32) (local.get 0))
          (func (export "proxy_on_\1b[31mtick\0aEXPORT")))
        """);

    [Fact]
    public async Task The_schema_of_the_configuration_is_printed()
    {
        var plugin = Path.Combine(AppContext.BaseDirectory, "plugins", "hello.wasm");

        var text = await WildProcess.RunAsync("inspect", plugin);
        var json = await WildProcess.RunAsync("inspect", plugin, "-o", "json");
        using var document = JsonDocument.Parse(json.Output);

        Assert.Contains("CONFIGURATION (JSON Schema)\n{\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("    \"text\": {\n      \"type\": \"string\",", text.Output, StringComparison.Ordinal);
        Assert.Equal(
            "string",
            document.RootElement.GetProperty("configurationSchema").GetProperty("properties").GetProperty("text")
                .GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_plugin_is_described_on_standard_output()
    {
        using var file = new TemporaryFile(Plugin);

        var result = await WildProcess.RunAsync("inspect", file.Path);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        AssertLine(result, "File         " + file.Path);
        AssertLine(result, "SHA-256      " + Convert.ToHexStringLower(SHA256.HashData(Plugin)));
        AssertLine(result, "ABI          0.2.1 (proxy_abi_version_0_2_1)");
        AssertLine(result, "Runs here    yes");
        AssertLine(result, "Starts with  _initialize");
        AssertLine(result, "Memory       128 KiB, at most 1 MiB");
        AssertLine(result, "IMPORT         KIND      TYPE                    PROVIDED");
        AssertLine(result, "env.proxy_log  function  (i32, i32, i32) -> i32  yes");
        AssertLine(result, "proxy_on_request_headers  function  (i32, i32, i32) -> i32  callback");
        AssertLine(result, "malloc                    function  (i32) -> i32            allocator");
    }

    [Fact]
    public async Task A_plugin_is_described_as_json()
    {
        using var file = new TemporaryFile(Plugin);

        var result = await WildProcess.RunAsync("inspect", file.Path, "-o", "json");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        using var document = JsonDocument.Parse(result.Output);
        var root = document.RootElement;
        Assert.True(root.GetProperty("runnable").GetBoolean());
        Assert.Equal(Plugin.Length, root.GetProperty("sizeBytes").GetInt32());
        Assert.Equal("0.2.1", root.GetProperty("abi").GetProperty("version").GetString());
        Assert.Equal(16, root.GetProperty("memories")[0].GetProperty("maximumPages").GetInt32());
        Assert.Equal("known", root.GetProperty("imports")[0].GetProperty("state").GetString());
        Assert.Equal("proxy_on_request_headers", root.GetProperty("callbacks")[0].GetString());
        Assert.Equal("(i32) -> i32", root.GetProperty("exports")[3].GetProperty("type").GetString());
        Assert.Equal(0, root.GetProperty("errors").GetArrayLength());
        Assert.False(root.TryGetProperty("main", out _));
    }

    [Fact]
    public async Task A_module_that_cannot_run_is_described_with_all_its_errors()
    {
        using var file = new TemporaryFile(Broken);

        var result = await WildProcess.RunAsync("inspect", file.Path);

        Assert.Equal(3, result.ExitCode);
        AssertLine(result, "Runs here    no");
        AssertLine(result, "env.proxy_nothing  function  (i64) -> ()  no: unknown");
        AssertLine(result, "env.proxy_log      function  (i32) -> ()  no: the type here is (i32, i32, i32) -> i32");
        Assert.Contains("[PW1010]\nHint: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("[PW1015]\nHint: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_json_the_result_holds_all_errors_and_standard_error_one_document()
    {
        using var file = new TemporaryFile(Broken);

        var result = await WildProcess.RunAsync("inspect", "-o", "json", file.Path);

        Assert.Equal(3, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        using var error = JsonDocument.Parse(result.Error);
        Assert.Equal(
            ["PW1010", "PW1015"],
            document.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("id").GetString()));
        Assert.Equal("wrongType", document.RootElement.GetProperty("imports")[1].GetProperty("state").GetString());
        Assert.Equal("PW1010", error.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Names_in_a_module_cannot_control_the_terminal()
    {
        using var file = new TemporaryFile(Broken);

        var result = await WildProcess.RunAsync("inspect", file.Path);

        Assert.DoesNotContain('\u001b', result.Output + result.Error);
        Assert.Contains(@"proxy_on_\u{1b}[31mtick\u{a}EXPORT", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_comes_from_standard_input_too()
    {
        var result = await WildProcess.RunAsync(Plugin, "inspect", "-");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        AssertLine(result, "Runs here    yes");
    }

    [Fact]
    public async Task A_file_in_the_text_format_is_translated()
    {
        var result = await WildProcess.RunAsync("inspect", Repository.HelloPlugin);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        AssertLine(result, "ABI          0.2.1 (proxy_abi_version_0_2_1)");
        AssertLine(result, "Allocator    proxy_on_memory_allocate");
    }

    [Theory]
    [InlineData("", "the file is empty [PW1001]")]
    [InlineData("(module)", "it looks like the text format (.wat) [PW1002]")]
    [InlineData("\0asm\u0001\0\0\0\u0007\u0064x", "export section needs 100 bytes, but only 1 are left [PW1005]")]
    public async Task A_file_that_is_no_module_is_invalid_input(string content, string expected)
    {
        using var file = new TemporaryFile(Encoding.Latin1.GetBytes(content));

        var result = await WildProcess.RunAsync("inspect", file.Path);

        Assert.Equal((3, string.Empty), (result.ExitCode, result.Output));
        Assert.StartsWith($"Error: {file.Path}: ", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{expected}\nHint: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_go_to_standard_error_unless_quiet()
    {
        var dialect = Module.ConvertText("""
            (module
              (memory (export "memory") 1)
              (func (export "proxy_abi_version_0_2_100"))
              (func (export "malloc") (param i32) (result i32) (local.get 0)))
            """);
        using var file = new TemporaryFile(dialect);

        var loud = await WildProcess.RunAsync("inspect", file.Path);
        var quiet = await WildProcess.RunAsync("inspect", file.Path, "-q");

        Assert.Equal((0, 0), (loud.ExitCode, quiet.ExitCode));
        Assert.StartsWith("Warning: ", loud.Error, StringComparison.Ordinal);
        Assert.Empty(quiet.Error);
        Assert.Equal(loud.Output, quiet.Output);
    }

    [Fact]
    public async Task A_missing_file_and_a_directory_are_failures()
    {
        var missing = await WildProcess.RunAsync("inspect", "/does/not/exist.wasm");
        var directory = await WildProcess.RunAsync("inspect", Path.GetTempPath());

        Assert.Equal((1, 1), (missing.ExitCode, directory.ExitCode));
        Assert.Contains("the file does not exist", missing.Error, StringComparison.Ordinal);
        Assert.Contains("it is a directory", directory.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_without_end_is_too_large()
    {
        var result = await WildProcess.RunAsync("inspect", "/dev/zero");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("larger than 256 MiB", result.Error, StringComparison.Ordinal);
    }

    private static void AssertLine(WildResult result, string expected) =>
        Assert.Contains(expected, result.Output.Split('\n'));
}
