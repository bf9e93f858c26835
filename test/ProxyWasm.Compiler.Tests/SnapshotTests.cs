using System.Text;

namespace ProxyWasm.Compiler.Tests;

/// <summary>Static constructors that run at build time.</summary>
public sealed class SnapshotTests
{
    private static CompilerOptions WithNames => Compiling.Options with { WithNames = true };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_static_constructor_makes_is_there(bool snapshot)
    {
        using var running = new Running(Compiling.Module(Compiling.Options with { Snapshot = snapshot }));

        Assert.Equal(97, running.Instance.GetFunction<int, int>("prime")!(24));
        Assert.Equal(42, running.Instance.GetFunction<int>("answer")!());
        Assert.Equal(0xBC, running.Instance.GetFunction<int, int>("encoded")!(3));
    }

    [Theory]
    [InlineData("SievedUpTo")]
    [InlineData("EncodedByTable")]
    public void What_makes_it_is_not_in_the_module(string method)
    {
        Assert.False(Contains(Compiling.Module(WithNames), method));
        Assert.True(Contains(Compiling.Module(WithNames with { Snapshot = false, Optimise = false }), method));
    }

    [Fact]
    public void What_asks_the_host_runs_in_the_module() =>
        Assert.True(Contains(Compiling.Module(WithNames with { Optimise = false }), "AskHostFor"));

    [Fact]
    public void Objects_of_the_heap_live_as_long_as_an_object_made_at_build_time_refers_to_them()
    {
        using var running = new Running(Compiling.Module(Compiling.Options with { CollectAlways = true }));
        var remember = running.Instance.GetFunction<int, int>("remember")!;

        Assert.Equal(11, remember(10));
        Assert.Equal(111, remember(100));
        Assert.Equal(1111, remember(1000));
    }

    private static bool Contains(byte[] module, string name) =>
        module.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0;
}
