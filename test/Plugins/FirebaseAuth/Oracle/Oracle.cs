using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Plugins.Tests.FirebaseAuth.Oracle;

/// <summary>Asks firebase-admin, Google's own verifier, in Node.js.</summary>
internal static class Oracle
{
    /// <summary>What it says of each token of each phase: null for yes, else why not.</summary>
    public static async Task<string?[][]> JudgeAsync(string project, IEnumerable<OraclePhase> phases)
    {
        var directory = Path.GetFullPath(Path.Combine(SourceDirectory(), "..", "..", "oracle"));
        if (!Directory.Exists(Path.Combine(directory, "node_modules", "firebase-admin")))
        {
            await RunAsync(directory, "npm", "", "ci", "--omit=optional", "--ignore-scripts");
        }

        var question = JsonSerializer.Serialize(new
        {
            project,
            phases = phases.Select(phase => new
            {
                now = phase.Now,
                certificates = phase.Keys.ToDictionary(key => key.Id, key => key.Certificate),
                tokens = phase.Cases.Select(one => new { kind = one.Kind.ToString(), token = one.Token }),
            }),
        });
        return JsonSerializer.Deserialize<string?[][]>(await RunAsync(directory, "node", question, "judge.mjs"))!;
    }

    private static async Task<string> RunAsync(string directory, string command, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() && command == "npm" ? "npm.cmd" : command, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"`{command}` in {directory} ended with {process.ExitCode}:\n{await errors}");
        return await output;
    }

    private static string SourceDirectory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
