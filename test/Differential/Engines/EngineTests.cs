using Differential.Compiling;

namespace Differential.Engines;

/// <summary>A module that does not come to an end is a failure and not the end of the tests.</summary>
public sealed class EngineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly string Harmless = ProgramCompiler.ExportOf("Arithmetic32");

    private static readonly Lazy<CompiledModule> Module = new(() => ProgramCompiler.Compile(
        "endless", ProgramCatalog.AssemblyPath, ["Endless::Loop", Harmless], Mode.Unoptimised));

    [Fact]
    public void Wasmtime_stops_a_module_that_does_not_end()
    {
        using var engine = new WasmtimeEngine(Patience);

        var output = engine.Run(Module.Value, "Endless::Loop", times: 1);

        Assert.StartsWith("begins\n", output, StringComparison.Ordinal);
        Assert.Contains("interrupt", output, StringComparison.Ordinal);
        Assert.Equal(JitRunner.Run("Arithmetic32", times: 1), engine.Run(Module.Value, Harmless, times: 1));
    }

    [Fact]
    public void Node_stops_a_module_that_does_not_end()
    {
        using var engine = new NodeEngine(Patience);

        var output = engine.Run(Module.Value, "Endless::Loop", times: 1);

        Assert.Equal("no end within 2000 ms", output);
        Assert.Equal(JitRunner.Run("Arithmetic32", times: 1), engine.Run(Module.Value, Harmless, times: 1));
    }
}
