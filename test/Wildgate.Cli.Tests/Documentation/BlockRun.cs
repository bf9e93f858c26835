using System.Diagnostics;
using System.Text.RegularExpressions;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Documentation;

/// <summary>
/// Runs a block of commands in a directory that looks like the checkout. Programs that listen run until the end of the
/// block. Ports of the pages are replaced by free ones, the same in all lines and in the samples.
/// </summary>
internal sealed partial class BlockRun : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "wild.dll");

    private readonly Scratch _checkout = new();
    private readonly Dictionary<string, int> _ports = [];
    private readonly List<(string Command, WildServer Server)> _servers = [];

    public BlockRun()
    {
        // The script itself would build the program; it has tests of its own.
        _checkout.Write("wild", $"#!/bin/sh\nexec dotnet '{Program}' \"$@\"\n");
        Process.Start("chmod", ["+x", _checkout.At("wild")]).WaitForExit();
        foreach (var path in Directory.EnumerateFiles(Repository.At("samples"), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Repository.Root, path);
            _ = path.EndsWith(".yaml", StringComparison.Ordinal)
                ? _checkout.Write(name, WithFreePorts(File.ReadAllText(path)))
                : _checkout.Write(name, File.ReadAllBytes(path));
        }
    }

    public async Task RunAsync(CommandBlock block)
    {
        foreach (var command in block.Commands)
        {
            var line = WithFreePorts(command);
            if (LongRunning().IsMatch(line))
            {
                _servers.Add((command, await StartAsync(line)));
            }
            else
            {
                await RunLineAsync(block, command, line);
            }
        }

        foreach (var (command, server) in _servers)
        {
            var result = await server.StopAsync();
            Assert.True(result.ExitCode == 0, $"{block.Page}:{block.Line}: `{command}`: {result.ExitCode}\n{result.Error}");
        }
    }

    public void Dispose()
    {
        foreach (var (_, server) in _servers)
        {
            server.Dispose();
        }

        _checkout.Dispose();
    }

    private async Task<WildServer> StartAsync(string line)
    {
        if (!line.Contains("--listen", StringComparison.Ordinal) && !FromFile().IsMatch(line))
        {
            var port = line.StartsWith("./wild demo", StringComparison.Ordinal) ? "10000" : "8080";
            line += $" --listen 127.0.0.1:{PortFor(port)}";
        }

        // Without `exec` the signal would end the shell alone.
        return await WildServer.StartAsync(CreateStart($"exec {line}"));
    }

    private async Task RunLineAsync(CommandBlock block, string command, string line)
    {
        if (line.StartsWith("./wild demo", StringComparison.Ordinal) && !line.Contains("--listen", StringComparison.Ordinal)
            && !line.Contains("--help", StringComparison.Ordinal))
        {
            line += " --listen 127.0.0.1:0";
        }

        using var process = Process.Start(CreateStart(line))
            ?? throw new InvalidOperationException("The shell did not start.");
        process.StandardInput.Close();
        var result = await WildProcess.FinishAsync(process);
        Assert.True(
            result.ExitCode == 0,
            $"{block.Page}:{block.Line}: `{command}` ended with {result.ExitCode}\n{result.Output}{result.Error}");
        Assert.False(
            ServerError().IsMatch(result.Output), $"{block.Page}:{block.Line}: `{command}` failed:\n{result.Output}");
    }

    private ProcessStartInfo CreateStart(string line)
    {
        var start = new ProcessStartInfo("sh", ["-c", line])
        {
            WorkingDirectory = _checkout.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Requests go to this machine, whatever the environment says.
        start.Environment["NO_PROXY"] = "*";
        start.Environment["no_proxy"] = "*";
        return start;
    }

    private string WithFreePorts(string text) =>
        LocalPort().Replace(text, match => PortFor(match.Value).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private int PortFor(string port)
    {
        if (!_ports.TryGetValue(port, out var free))
        {
            _ports[port] = free = Ports.FindFree();
        }

        return free;
    }

    [GeneratedRegex(@"(?<=(?:127\.0\.0\.1|localhost|\[::1\]):)[1-9][0-9]{1,4}\b|(?<=port_value: )[1-9][0-9]{1,4}\b")]
    private static partial Regex LocalPort();

    [GeneratedRegex(@"^\./wild (?:demo|run)\b(?!.*(?:--check|--help| -h\b))")]
    private static partial Regex LongRunning();

    [GeneratedRegex(@" (?:-f|--file)\b")]
    private static partial Regex FromFile();

    [GeneratedRegex(@"^HTTP/[0-9.]+ 5[0-9]{2}\b", RegexOptions.Multiline)]
    private static partial Regex ServerError();
}
