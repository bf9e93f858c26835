using System.Diagnostics;
using System.Text.Json;
using Wasmtime;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class BuildCommandTests : IDisposable
{
    private const string Adder = """
        using System.Runtime.InteropServices;

        public static class Adder
        {
            [UnmanagedCallersOnly(EntryPoint = "add")]
            public static int Add(int left, int right) => left + right;
        }
        """;

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task A_class_library_with_the_compiler_package_becomes_a_module()
    {
        await CreateLibraryAsync(Adder);

        var built = await _workshop.WildInAsync("adder", "build");
        var again = await _workshop.WildAsync("build", "adder", "-q");
        var json = await _workshop.WildAsync("build", "adder", "-o", "json");

        Assert.Equal((0, string.Empty), (built.ExitCode, built.Error));
        Assert.Matches(@"^bin/Release/net10\.0/adder\.wasm \([0-9.]+ KiB\)\n$", built.Output);
        Assert.Equal("adder/bin/Release/net10.0/adder.wasm\n", again.Output);
        var module = JsonDocument.Parse(json.Output).RootElement.GetProperty("module").GetString()!;
        Assert.Equal(5, AddInWasmtime(module, 2, 3));
        Assert.Equal("5", await AddInNodeAsync(module, 2, 3));
    }

    [Fact]
    public async Task Dotnet_build_alone_does_the_same_once_per_change()
    {
        await CreateLibraryAsync(Adder);
        var first = await BuildAsync();
        var module = _workshop.At("adder/bin/Debug/net10.0/adder.wasm");
        var written = File.GetLastWriteTimeUtc(module);
        var second = await BuildAsync();

        Assert.Contains("adder -> " + module, first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(written, File.GetLastWriteTimeUtc(module));

        var named = await BuildAsync("-p:WasmNames=false");
        Assert.Equal(0, named.ExitCode);
        Assert.NotEqual(written, File.GetLastWriteTimeUtc(module));
    }

    [Fact]
    public async Task An_error_of_either_compiler_points_at_the_line_and_leaves_no_module()
    {
        await CreateLibraryAsync(Adder);
        await BuildAsync();
        _workshop.Write("adder/Class1.cs", Adder.Replace(
            "left + right", "System.IO.File.ReadAllText(\"numbers\").Length", StringComparison.Ordinal));
        var unsupported = await _workshop.WildInAsync("adder", "build", "-c", "Debug");
        _workshop.Write("adder/Class1.cs", Adder.Replace("right)", "rigth)", StringComparison.Ordinal));
        var unknown = await _workshop.WildInAsync("adder", "build");

        Assert.Equal((1, string.Empty), (unsupported.ExitCode, unsupported.Output));
        Assert.Matches(@"Class1\.cs\(6[,)].*error PWC[0-9]+: System\.IO\.File", unsupported.Error);
        Assert.Contains("Error: adder does not build\nHint: ", unsupported.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_workshop.At("adder/bin/Debug/net10.0/adder.wasm")));
        Assert.Equal(1, unknown.ExitCode);
        Assert.Matches(@"Class1\.cs\(6,[0-9]+\): error CS0103", unknown.Error);
    }

    [Fact]
    public async Task A_directory_without_or_with_several_projects_is_an_error_that_says_so()
    {
        var none = await _workshop.WildAsync("build");
        _workshop.Write("a.csproj", "<Project/>");
        _workshop.Write("b.csproj", "<Project/>");
        var several = await _workshop.WildAsync("build");
        var missing = await _workshop.WildAsync("build", "nowhere");

        Assert.Equal(
            (1, "Error: there is no project in this directory\n"
                + "Hint: Make one with `wild init NAME`, or name the directory of a C# project\n"),
            (none.ExitCode, none.Error));
        Assert.Equal(
            (2, "Error: . has several projects: a.csproj, b.csproj\nHint: Name one of them\n"),
            (several.ExitCode, several.Error));
        Assert.StartsWith("Error: nowhere does not exist\n", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_the_sdk_is_not_a_plugin()
    {
        await _workshop.DotnetAsync(".", "new", "classlib", "-o", "plain");

        var result = await _workshop.WildAsync("build", "plain");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("plain builds, but not to a WebAssembly module\nHint: Add the package", result.Error, StringComparison.Ordinal);
    }

    private Task CreateLibraryAsync(string source) => _workshop.CreateLibraryAsync("adder", source);

    private Task<WildResult> BuildAsync(params string[] arguments) =>
        _workshop.DotnetAsync("adder", ["build", .. arguments]);

    private static int AddInWasmtime(string file, int left, int right)
    {
        using var engine = new Engine();
        using var module = Module.FromFile(engine, file);
        using var linker = new Linker(engine);
        using var store = new Store(engine);
        return linker.Instantiate(store, module).GetFunction<int, int, int>("add")!(left, right);
    }

    private static async Task<string> AddInNodeAsync(string file, int left, int right)
    {
        var script = $$"""
            WebAssembly.instantiate(require('fs').readFileSync(process.argv[1]))
              .then(made => console.log(made.instance.exports.add({{left}}, {{right}})));
            """;
        using var node = Process.Start(new ProcessStartInfo("node", ["--eval", script, file])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Trim();
    }
}
