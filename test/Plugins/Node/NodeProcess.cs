using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Plugins.Tests.Node;

/// <summary>Runs Node.js, or what comes with it.</summary>
internal static class NodeProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command until its end, which must be a good one.</summary>
    /// <param name="folder">A folder of this project, where it runs.</param>
    /// <param name="command"><c>node</c> or <c>npm</c>.</param>
    /// <param name="input">What it reads from its input.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it has written.</returns>
    public static async Task<string> RunAsync(string folder, string command, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() && command == "npm" ? "npm.cmd" : command, arguments)
        {
            WorkingDirectory = PathOf(folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), timeout.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(timeout.Token);
            Assert.True(
                process.ExitCode == 0, $"`{command}` in {folder} ended with {process.ExitCode}:\n{await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Where a folder of this project is.</summary>
    public static string PathOf(string folder) => Path.GetFullPath(Path.Combine(SourceDirectory(), "..", folder));

    private static string SourceDirectory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
