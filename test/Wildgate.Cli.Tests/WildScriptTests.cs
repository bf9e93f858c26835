using System.Diagnostics;
using System.Runtime.Versioning;
using Wildgate.Cli.Tests.Support;
using static System.StringComparison;

namespace Wildgate.Cli.Tests;

/// <summary>Runs the script of the repository in a directory of its own, with a stand-in for the SDK.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WildScriptTests : IDisposable
{
    private const string StandIn = """
        #!/bin/sh
        root=$(dirname "$0")/..
        if [ "$1" = build ]; then
            echo "build HOME=$HOME" >>"$root/calls"
            echo "noise of the build"
            [ ! -f "$root/fail" ] || exit 1
            mkdir -p "$root/artifacts/bin/Wildgate.Cli/release"
            : >"$root/artifacts/bin/Wildgate.Cli/release/wild.dll"
            exit 0
        fi
        echo run >>"$root/calls"
        shift
        printf '[%s]' "$@"
        exit 7
        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("wild script ");

    private string? _home = Path.GetTempPath();

    private string? _path;

    public WildScriptTests()
    {
        Write("src/Program.cs", "source");
        Write("plugins/Filter.cs", "source");
        Write("eng/Plugin.props", "<Project/>");
        Write("Directory.Build.props", "<Project/>");
        Write("Directory.Packages.props", "<Project/>");
        Write("global.json", "{}");
        Write("tools/dotnet", StandIn);
        Write("wild", File.ReadAllText(Repository.At("wild")));
    }

    private string[] Calls => File.ReadAllLines(At("calls"));

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task The_first_use_builds_and_the_second_does_not()
    {
        var first = await RunAsync(At("wild"), "a b", "", "$c");
        var second = await RunAsync(At("wild"));

        Assert.Equal((7, "[a b][][$c]", "Building wild ...\n"), (first.ExitCode, first.Output, first.Error));
        Assert.Equal((7, "[]", string.Empty), (second.ExitCode, second.Output, second.Error));
        Assert.Equal(["build", "run", "run"], Calls.Select(call => call.Split(' ')[0]));
    }

    [Theory]
    [InlineData("src/Program.cs")]
    [InlineData("plugins/Filter.cs")]
    [InlineData("Directory.Packages.props")]
    public async Task A_changed_source_is_built_again(string source)
    {
        await RunAsync(At("wild"));
        File.SetLastWriteTimeUtc(At(source), File.GetLastWriteTimeUtc(At("artifacts/wild.stamp")).AddSeconds(10));
        await RunAsync(At("wild"));

        Assert.Equal(["build", "run", "build", "run"], Calls.Select(call => call.Split(' ')[0]));
    }

    [Fact]
    public async Task A_missing_program_is_built_again()
    {
        await RunAsync(At("wild"));
        File.Delete(At("artifacts/bin/Wildgate.Cli/release/wild.dll"));
        await RunAsync(At("wild"));

        Assert.Equal(["build", "run", "build", "run"], Calls.Select(call => call.Split(' ')[0]));
    }

    [Fact]
    public async Task A_failed_build_shows_its_output_and_is_tried_again()
    {
        Write("fail", string.Empty);
        var failed = await RunAsync(At("wild"));
        File.Delete(At("fail"));
        var repeated = await RunAsync(At("wild"));

        Assert.Equal((1, string.Empty), (failed.ExitCode, failed.Output));
        Assert.Contains("noise of the build\nError: wild: it could not be built\n", failed.Error, Ordinal);
        Assert.Equal(7, repeated.ExitCode);
        Assert.Empty(Directory.GetFiles(At("artifacts"), "wild-build*"));
    }

    [Fact]
    public async Task A_symbolic_link_in_another_directory_finds_the_repository()
    {
        var elsewhere = Directory.CreateDirectory(At("elsewhere"));
        File.CreateSymbolicLink(Path.Combine(elsewhere.FullName, "wild"), "../wild");

        var result = await RunAsync(Path.Combine(elsewhere.FullName, "wild"), "x");

        Assert.Equal((7, "[x]"), (result.ExitCode, result.Output));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/does/not/exist")]
    public async Task Without_a_home_the_build_gets_one(string? home)
    {
        _home = home;
        var result = await RunAsync(At("wild"));

        Assert.Equal(7, result.ExitCode);
        Assert.Equal($"build HOME={At("artifacts/home")}", Calls[0]);
        Assert.True(Directory.Exists(At("artifacts/home")));
    }

    [Fact]
    public async Task Without_dotnet_the_error_says_what_to_install()
    {
        File.Delete(At("tools/dotnet"));
        foreach (var tool in new[] { "sh", "dirname", "readlink" })
        {
            File.CreateSymbolicLink(At($"tools/{tool}"), FindTool(tool));
        }

        _path = At("tools");
        var result = await RunAsync(At("wild"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Error: wild: dotnet is not in PATH\nHint: install the .NET SDK", result.Error, Ordinal);
    }

    private static string FindTool(string name) => SystemPath.Split(':')
        .Select(directory => Path.Combine(directory, name))
        .First(File.Exists);

    private static string SystemPath => Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";

    private async Task<WildResult> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(script, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["PATH"] = _path ?? $"{At("tools")}:{SystemPath}";
        start.Environment["HOME"] = _home;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The script did not start.");
        return await WildProcess.FinishAsync(process);
    }

    private string At(string path) => Path.Combine(_root.FullName, path);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path)) ?? _root.FullName);
        File.WriteAllText(At(path), content);
        File.SetUnixFileMode(
            At(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
