using Wasmtime;

namespace ProxyWasm.Compiler.Tests;

/// <summary>What a host sees of a compiled module.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void An_exported_method_takes_and_returns_numbers()
    {
        using var running = new Running(Compiling.Module(Compiling.Options));

        Assert.Equal(5, running.Instance.GetFunction<int, int, int>("add")!(2, 3));
        Assert.Equal(9L, running.Instance.GetFunction<long, double, long>("wide")!(7, 2.9));
    }

    [Fact]
    public void An_imported_method_calls_the_host()
    {
        using var running = new Running(Compiling.Module(Compiling.Options));

        Assert.Equal(43, running.Instance.GetFunction<int, int>("ask_host")!(21));
    }

    [Fact]
    public void Static_fields_keep_their_values_between_calls()
    {
        using var running = new Running(Compiling.Module(Compiling.Options with { CollectAlways = true }));
        var count = running.Instance.GetFunction<int>("count_calls")!;

        count();
        count();

        Assert.Equal(3, count());
    }

    [Fact]
    public void An_unhandled_exception_traps_and_leaves_its_message()
    {
        using var running = new Running(Compiling.Module(Compiling.Options));

        Assert.Throws<TrapException>(() => running.Instance.GetAction("fail")!());

        Assert.Equal("System.InvalidOperationException: on purpose", running.Failure());
    }

    [Fact]
    public void In_debug_the_message_names_the_methods_that_the_exception_left()
    {
        using var running = new Running(Compiling.Module(Compiling.Options with { WithNames = true }));

        Assert.Throws<TrapException>(() => running.Instance.GetFunction<int, int>("fail_deep")!(3));

        Assert.Equal(
            """
            System.InvalidOperationException: at the bottom
               at Descent.Go
               at Descent.Go
               at Descent.Go
               at Descent.GoSlowly
               at Exported.FailDeep
            """.ReplaceLineEndings("\n"),
            running.Failure());
    }

    [Fact]
    public void Too_deep_a_recursion_traps_instead_of_overwriting_memory()
    {
        using var running = new Running(Compiling.Module(Compiling.Options));
        var recurse = running.Instance.GetFunction<int, int>("recurse")!;

        Assert.Equal(10, recurse(10));
        Assert.Throws<TrapException>(() => recurse(100_000));
    }

    [Fact]
    public void Garbage_of_many_calls_does_not_make_the_memory_grow()
    {
        using var running = new Running(Compiling.Module(Compiling.Options));
        var churn = running.Instance.GetFunction<int, int>("churn")!;
        churn(20_000);
        churn(20_000);
        var before = running.MemoryBytes;

        for (var i = 0; i < 100; i++)
        {
            churn(20_000);
        }

        Assert.Equal(before, running.MemoryBytes);
        Assert.Equal("kept 19999".Length, churn(20_000));
    }

    [Fact]
    public void Running_out_of_memory_ends_with_a_message()
    {
        using var running = new Running(Compiling.Module(Compiling.Options));

        Assert.Throws<TrapException>(() => running.Instance.GetFunction<int>("hoard")!());

        Assert.StartsWith("out of memory", running.Failure(), StringComparison.Ordinal);
    }
}
