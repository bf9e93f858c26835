using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

/// <summary><c>wild test</c> in the directory of a project.</summary>
public sealed class TestProjectTests : IDisposable
{
    private const string Plugin = """
        using System.Runtime.InteropServices;

        public static class Gate
        {
            [UnmanagedCallersOnly(EntryPoint = "proxy_abi_version_0_2_1")]
            public static void AbiVersion() { }

            [UnmanagedCallersOnly(EntryPoint = "proxy_on_memory_allocate")]
            public static int Allocate(int size) => 0;

            [UnmanagedCallersOnly(EntryPoint = "proxy_on_request_headers")]
            public static int OnRequestHeaders(int context, int count, int end) => 0;
        }
        """;

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task The_project_is_built_and_its_cases_are_run()
    {
        await _workshop.CreateLibraryAsync("gate", Plugin);
        var without = await _workshop.WildInAsync("gate", "test");
        _workshop.Write("gate/tests/a.yaml", "test: [{name: passes, request_headers: {}}]");
        _workshop.Write("gate/tests/b.textpb", "test { name: \"fails\" request_headers { result { log { exact: \"x\" } } } }");
        _workshop.Write("gate/tests/notes.md", "not a suite");

        var result = await _workshop.WildInAsync("gate", "test");

        Assert.Equal(1, without.ExitCode);
        Assert.StartsWith("Error: there are no test cases in tests\nHint: ", without.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("tests/a.yaml\n  pass  passes (", result.Output, StringComparison.Ordinal);
        Assert.Contains("tests/b.textpb\n  FAIL  fails (", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 passed, 1 failed\n", result.Output, StringComparison.Ordinal);
    }
}
