namespace Differential;

/// <summary>Every program prints the same on the JIT and as a module.</summary>
public sealed class ProgramTests
{
    // What these print the second time depends on how often they ran.
    private static readonly HashSet<string> RunOnce = ["Language.Types.FailingStaticConstructor"];

    public static TheoryData<string> Programs => [.. ProgramCatalog.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_module_prints_what_the_jit_prints(string program)
    {
        var expected = JitRunner.Run(program, times: 1);

        var actual = WasmRunner.Run(program, times: 1, new RunOptions());

        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Collecting_after_every_call_changes_nothing(string program)
    {
        var times = RunOnce.Contains(program) ? 1 : 3;
        var expected = JitRunner.Run(program, times);

        var actual = WasmRunner.Run(program, times, new RunOptions { CollectAlways = true });

        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Leaving_out_the_optimiser_changes_nothing(string program)
    {
        var expected = JitRunner.Run(program, times: 1);

        var actual = WasmRunner.Run(program, times: 1, new RunOptions { Optimise = false });

        Assert.Equal(expected, actual);
    }
}
