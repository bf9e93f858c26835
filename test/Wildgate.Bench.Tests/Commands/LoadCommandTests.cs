using System.Diagnostics;
using System.Text.Json;
using Wildgate.Bench.Tests.Load;

namespace Wildgate.Bench.Tests.Commands;

public sealed class LoadCommandTests
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "Wildgate.Bench");

    [Fact]
    public async Task Exit_code_0_says_that_every_request_was_answered()
    {
        await using var upstream = new RunningUpstream();
        var results = Path.GetTempFileName();

        var (exitCode, output) = await RunAsync(
            upstream.Url, "--requests", "100", "--method", "POST", "--body-size", "100000", "--chunked",
            "--expect-header", "x-bench-seen=0", "--pid", $"{Environment.ProcessId}", "--json", results);

        Assert.True(exitCode == 0, output);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(results, Cancellation));
        Assert.Equal(100, document.RootElement.GetProperty("completed").GetInt64());
        Assert.True(document.RootElement.GetProperty("memory").GetProperty("maxBytes").GetInt64() > 1 << 20);
        Assert.Contains("memory max", output, StringComparison.Ordinal);
        File.Delete(results);
    }

    [Fact]
    public async Task Exit_code_1_says_that_a_request_failed()
    {
        await using var server = new ScriptedServer("HTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n");

        var (exitCode, output) = await RunAsync($"http://{server.Target.EndPoint}/", "--requests", "1");

        Assert.Equal(1, exitCode);
        Assert.Contains("status 500", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--requests 0", "--requests is 0")]
    [InlineData("--duration 0", "--duration is 0")]
    [InlineData("--connections many", "--connections is many; it must be a number from 1 to 100000")]
    [InlineData("--duration NaN", "--duration is NaN")]
    [InlineData("--method G@T", "--method G@T is no HTTP method")]
    [InlineData("--expect-header =1", "--expect-header =1 is not NAME or NAME=VALUE")]
    [InlineData("--body-size -1", "--body-size is -1")]
    [InlineData("--nonsense", "--nonsense")]
    public async Task Exit_code_2_says_that_the_command_line_is_wrong(string options, string complaint)
    {
        var (exitCode, output) = await RunAsync(["http://127.0.0.1:1/", .. options.Split(' ')]);

        Assert.Equal(2, exitCode);
        Assert.Contains(complaint, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, ["load", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output + await error);
    }
}
