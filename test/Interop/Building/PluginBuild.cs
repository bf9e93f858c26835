using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ProxyWasm.Interop.Tests.Building;

/// <summary>Builds the AssemblyScript plugins once for all tests, with the tools of their own world.</summary>
internal static class PluginBuild
{
    private static readonly Lazy<Task> Built = new(BuildAsync);

    private static string Root { get; } = Path.GetFullPath(Path.Combine(SourceDirectory(), ".."));

    /// <summary>The module of a plugin.</summary>
    public static async Task<byte[]> ReadAsync(string plugin)
    {
        await Built.Value;
        return await File.ReadAllBytesAsync(
            Path.Combine(Root, "out", $"{plugin}.wasm"), TestContext.Current.CancellationToken);
    }

    /// <summary>A module of the conformance tests that misbehaves, as text.</summary>
    public static string ReadHostile(string name)
    {
        var conformance = Path.Combine(Root, "..", "Conformance");
        var prelude = File.ReadAllText(Path.Combine(conformance, "modules", "prelude.wat.inc"));
        var lines = File.ReadAllLines(Path.Combine(conformance, "hostile", $"{name}.wat"));
        return string.Join('\n', lines.Select(line => line.Trim() == ";; include prelude" ? prelude : line));
    }

    private static async Task BuildAsync()
    {
        if (!Directory.Exists(Path.Combine(Root, "node_modules", "assemblyscript")))
        {
            await RunAsync("npm", "ci");
        }

        await RunAsync("node", "build.mjs");
    }

    private static async Task RunAsync(string command, string argument)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() && command == "npm" ? "npm.cmd" : command)
        {
            ArgumentList = { argument },
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(
            process.ExitCode == 0,
            $"`{command} {argument}` in {Root} ended with {process.ExitCode}:\n{await output}\n{await errors}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"cannot run `{start.FileName}`: {exception.Message}. These tests build plugins with another SDK: install Node.js 20 "
                + "or newer with npm.",
                exception);
        }
    }

    private static string SourceDirectory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
