using System.Diagnostics;
using System.Globalization;

namespace Wildgate.Cli.Tests;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_a_waiting_command_with_its_own_exit_code(string signal, int expected)
    {
        using var process = WildProcess.Start("inspect", "-vv", "-");

        // More than a pipe holds: when all of it is written, the program reads, and has listened to signals before.
        await process.StandardInput.BaseStream.WriteAsync(new byte[1024 * 1024], TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.FlushAsync(TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var result = await WildProcess.FinishAsync(process);

        Assert.Equal((expected, string.Empty, string.Empty), (result.ExitCode, result.Output, result.Error));
    }
}
