namespace ProxyWasm.Compiler.Tests;

/// <summary>What the compiler says and guarantees.</summary>
public sealed class CompilationTests
{
    [Fact]
    public void The_same_input_gives_the_same_bytes() =>
        Assert.Equal(Compiling.Module(Compiling.Options), Compiling.Module(Compiling.Options));

    [Fact]
    public async Task Two_processes_write_the_same_bytes()
    {
        var directory = Directory.CreateTempSubdirectory();
        var first = await Compiling.WithCommandAsync(Path.Combine(directory.FullName, "first.wasm"));
        var second = await Compiling.WithCommandAsync(Path.Combine(directory.FullName, "second.wasm"));

        Assert.Equal(first, second);
        Assert.Equal(Compiling.Module(Compiling.Options with { MemoryLimitBytes = new CompilerOptions { Assembly = "" }.MemoryLimitBytes }), first);
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Neither_the_working_directory_nor_the_order_of_references_changes_the_bytes()
    {
        string[] references = ["ProxyWasm.Compiler.Sizes.dll", "ProxyWasm.Compiler.Tests.dll", "xunit.v3.assert.dll"];
        string[] absolute = [.. references.Select(r => Path.Combine(AppContext.BaseDirectory, r)).Reverse()];
        Assert.All(absolute, r => Assert.True(File.Exists(r)));
        var directory = Directory.CreateTempSubdirectory();
        var output = Path.Combine(directory.FullName, "module.wasm");

        var here = await Compiling.WithCommandAsync(
            Path.GetFileName(Compiling.Samples), output, AppContext.BaseDirectory, references);
        var there = await Compiling.WithCommandAsync(Compiling.Samples, output, directory.FullName, absolute);

        Assert.Equal(here, there);
        directory.Delete(recursive: true);
    }

    [Fact]
    public void A_call_of_an_unavailable_member_is_an_error_with_its_source_line()
    {
        var result = new WasmCompiler(Compiling.Options with { Exports = ["Refused::Run"] }).Compile();

        var error = Assert.Single(result.Diagnostics, d => d.IsError);
        Assert.Null(result.Module);
        Assert.Equal("System.IO.File::ReadAllText", error.Member);
        Assert.EndsWith("Refused.cs", error.File, StringComparison.Ordinal);
        Assert.Equal((7, 9), (error.Line, error.Column));
        Assert.Equal(["Refused::Helper", "Refused::Run"], error.Calls.Take(2));
    }

    [Fact]
    public void Allowing_unavailable_members_compiles_them_to_exceptions()
    {
        var module = Compiling.Module(Compiling.Options with { Exports = ["Refused::Run"], AllowUnsupported = true });
        using var running = new Running(module);

        Assert.Throws<Wasmtime.TrapException>(() => running.Instance.GetAction("Refused::Run")!());

        Assert.StartsWith("System.NotSupportedException", running.Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_written_only_on_request()
    {
        var plain = Compiling.Module(Compiling.Options);
        var named = Compiling.Module(Compiling.Options with { WithNames = true });

        Assert.True(plain.AsSpan().IndexOf("Exported::Add"u8) < 0);
        Assert.True(named.AsSpan().IndexOf("Exported::Add"u8) >= 0);
    }

    [Fact]
    public void A_missing_export_is_named_in_the_error()
    {
        var options = Compiling.Options with { Exports = ["Exported::Nothing"] };

        var exception = Assert.Throws<CompilationException>(() => new WasmCompiler(options).Compile());

        Assert.Contains("Exported::Nothing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_refused_by_name()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "broken.dll");
        File.WriteAllText(path, "not an assembly");

        var exception = Assert.Throws<CompilationException>(
            () => new WasmCompiler(Compiling.Options with { Assembly = path }).Compile());

        Assert.Contains("broken.dll", exception.Message, StringComparison.Ordinal);
    }
}
