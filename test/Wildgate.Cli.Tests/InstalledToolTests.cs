using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests;

/// <summary>The command as a .NET tool, installed from its package alone.</summary>
public sealed class InstalledToolTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task The_tool_brings_the_plugins_of_the_demo_and_the_packages_of_the_sdk()
    {
        var output = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        await DoneAsync(
            "pack", Repository.At("src/Wildgate.Cli"), "--no-build", "--output", _workshop.At("packages"),
            "--configuration", Path.GetFileName(output),
            "--artifacts-path", Path.GetFullPath(Path.Combine(output, "../../..")));
        await DoneAsync(
            "tool", "install", "Wildgate.Cli", "--tool-path", "tools", "--source", _workshop.At("packages"));
        var tool = _workshop.At("tools/wild");

        var demo = await _workshop.RunAsync(".", tool, "demo", "--check", "--listen", "127.0.0.1:0");
        var made = await _workshop.RunAsync(".", tool, "init", "hello");
        var built = await _workshop.RunAsync(".", tool, "build", "hello");

        Assert.Equal((0, 4), (demo.ExitCode, demo.Output.Split("ok  ").Length - 1));
        Assert.Equal((0, 0), (made.ExitCode, built.ExitCode));
    }

    private async Task DoneAsync(params string[] arguments)
    {
        var result = await _workshop.DotnetAsync(".", arguments);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }
}
