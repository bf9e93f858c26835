using ProxyWasm.Host.Tests.Scenarios;
using ProxyWasm.Testing.Reports;
using ProxyWasm.Testing.Suites;

namespace ProxyWasm.Testing.Tests.Suites;

/// <summary>A directory with a suite in it, and ways to run the suite.</summary>
internal sealed class SuiteRig : IDisposable
{
    private const string Imports = """
          (import "env" "proxy_get_header_map_size" (func $get_size (param i32 i32) (result i32)))
          (import "env" "proxy_get_current_time_nanoseconds" (func $now (param i32) (result i32)))
          (import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("suite");

    public string Write(string name, string text)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Suite Read(string yaml) => Suite.Read(Write("tests.yaml", yaml), SuiteFormat.Yaml);

    public Suite ReadText(string text) => Suite.Read(Write("tests.textpb", text), SuiteFormat.TextProto);

    public static TestPlugin Plugin(string functions) =>
        TestPlugin.FromText("suite", Wat.Plugin(functions, imports: Imports));

    public static async Task<IReadOnlyList<CaseResult>> RunAsync(
        Suite suite, TestPlugin plugin, SuiteRunOptions? options = null)
    {
        using var runner = await SuiteRunner.CreateAsync(
            suite, plugin, options, TestContext.Current.CancellationToken);
        return runner.RunAll(cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Runs the only case of a YAML suite.</summary>
    public async Task<CaseResult> RunAsync(string yaml, string functions) =>
        Assert.Single(await RunAsync(Read(yaml), Plugin(functions)));

    public void Dispose() => _directory.Delete(recursive: true);
}
