using Differential.Compiling;
using Differential.Engines;

namespace Differential;

/// <summary>Every program prints the same on the JIT and as a module, in both engines.</summary>
/// <remarks>A class for each mode, since classes run beside each other.</remarks>
public abstract class ProgramTests
{
    private readonly EngineFixture _engines;
    private readonly Mode _mode;
    private readonly int _times;

    private protected ProgramTests(EngineFixture engines, Mode mode, int times)
    {
        _engines = engines;
        _mode = mode;
        _times = times;
    }

    public static TheoryData<string> Programs => [.. ProgramCatalog.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Wasmtime_prints_what_the_jit_prints(string program) => Compare(program, _engines.Wasmtime);

    [Theory]
    [MemberData(nameof(Programs))]
    public void V8_prints_what_the_jit_prints(string program) => Compare(program, _engines.V8);

    private void Compare(string program, IEngine engine)
    {
        var expected = JitRunner.Run(program, _times);

        var actual = engine.Run(ModuleStore.For(program, _mode), ProgramCompiler.ExportOf(program), _times);

        Assert.Equal(expected, actual);
    }
}
