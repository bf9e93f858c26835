using ProxyWasm.Conformance.Tests.Running;
using ProxyWasm.Conformance.Tests.Texts;
using ProxyWasm.Host.Plugins;

namespace ProxyWasm.Conformance.Tests;

/// <summary>Runs each module of <c>modules</c> and compares what it logs.</summary>
public sealed class FunctionTests
{
    private const string Folder = "modules";

    public static IEnumerable<TheoryDataRow<string>> Modules => ModuleRows.Of(Folder);

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task Logs_what_it_must(string name)
    {
        var module = ModuleText.Load(Folder, name);
        await using var bench = new Bench();
        var plugin = await bench.LoadAsync(module);
        var chain = bench.Host.CreateHttpChain(plugin);

        await new Exchange(bench.Open(chain), bench.Transcript, module.Require("traffic") == "post").RunAsync();

        // After a failure another virtual machine stands there, whose end is not that of the module under test.
        if (bench.HostLog.Failures.Count == 0)
        {
            await EndAsync(bench, plugin);
        }

        Assert.Equal(module.Expected, bench.Transcript.ToString());
        Assert.Empty(bench.HostLog.Defects);
    }

    private static async Task EndAsync(Bench bench, Plugin plugin)
    {
        await bench.AdvanceAsync(TimeSpan.FromSeconds(1));
        await bench.AdvanceAsync(TimeSpan.FromSeconds(1));

        bench.Transcript.BeginEvent();
        await bench.CompleteAsync(plugin.DisposeAsync().AsTask());
    }
}
