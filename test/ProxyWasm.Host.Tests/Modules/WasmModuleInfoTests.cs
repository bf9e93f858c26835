using ProxyWasm.Host.Modules;

namespace ProxyWasm.Host.Tests.Modules;

public sealed class WasmModuleInfoTests
{
    [Fact]
    public void Imports_and_exports_of_functions_come_with_their_types()
    {
        var module = WasmModuleInfo.Parse(SampleModules.Assemble(SampleModules.Plugin));

        Assert.Equal(
            ["env.proxy_log (i32, i32, i32) -> i32", "wasi_snapshot_preview1.fd_seek (i32, i64, i32, i32) -> i32"],
            module.Imports.Select(import => $"{import.Module}.{import.Name} {import.FunctionType}"));
        Assert.Equal(
            [
                "memory Memory 0 ", "proxy_abi_version_0_2_1 Function 2 () -> ()", "malloc Function 3 (i32) -> i32",
                "proxy_on_request_headers Function 4 (i32, i32, i32) -> i32", "top Global 0 ",
            ],
            module.Exports.Select(export => $"{export.Name} {export.Kind} {export.Index} {export.FunctionType}"));
    }

    [Fact]
    public void Sizes_and_counts_are_those_of_the_module()
    {
        var bytes = SampleModules.Assemble(SampleModules.Plugin);

        var module = WasmModuleInfo.Parse(bytes);

        Assert.Equal(bytes.Length, module.SizeBytes);
        Assert.Equal(new WasmMemory(new WasmLimits(2, 16, false, false), 65536, false), Assert.Single(module.Memories));
        Assert.Equal(
            new WasmTable(WasmValueType.FuncRef, new WasmLimits(3, null, false, false), false),
            Assert.Single(module.Tables));
        Assert.Equal((5, 2, 1), (module.FunctionCount, module.ImportedFunctionCount, module.GlobalCount));
        Assert.False(module.HasStartFunction);
        Assert.InRange(module.CodeBytes, 10, 20);
        Assert.Equal(11, module.DataBytes);
    }

    [Fact]
    public void Every_kind_of_import_takes_its_place_in_its_index_space()
    {
        var module = WasmModuleInfo.Parse(SampleModules.Assemble(SampleModules.Rich));

        Assert.Equal(
            [
                WasmExternalKind.Memory, WasmExternalKind.Table, WasmExternalKind.Global, WasmExternalKind.Tag,
                WasmExternalKind.Function,
            ],
            module.Imports.Select(import => import.Kind));
        Assert.Equal([true, false], module.Memories.Select(memory => memory.IsImported));
        Assert.Equal([true, false], module.Tables.Select(table => table.IsImported));
        Assert.Equal(WasmValueType.ExternRef, module.Tables[0].ElementType);
        Assert.Equal(3, module.GlobalCount);
        Assert.True(module.HasStartFunction);
    }

    [Fact]
    public void An_exported_import_has_the_type_of_the_import()
    {
        var module = WasmModuleInfo.Parse(SampleModules.Assemble(SampleModules.Rich));

        Assert.True(module.TryGetFunction("again", out var type));
        Assert.Equal("(i32, i64, f32, f64, v128, funcref, externref) -> (i32, i32)", type.ToString());
        Assert.Equal(module.Imports[^1].FunctionType, type);
        Assert.False(module.TryGetFunction("table", out _));
        Assert.True(module.TryGetExport("table", out var table));
        Assert.Equal(new WasmExport("table", WasmExternalKind.Table, 1, null), table);
    }

    [Fact]
    public void Structures_arrays_and_wide_memories_are_stepped_over()
    {
        var module = WasmModuleInfo.Parse(SampleModules.Assemble(SampleModules.Newer));

        Assert.True(module.TryGetFunction("first", out var type));
        Assert.Equal("(i32) -> i32", type.ToString());
        Assert.Equal(
            [new WasmLimits(1, 9, false, true), new WasmLimits(1, 2, true, false)],
            module.Memories.Select(memory => memory.Limits));
    }

    [Fact]
    public void Function_names_come_from_the_name_section()
    {
        var module = WasmModuleInfo.Parse(SampleModules.Assemble(SampleModules.Plugin));

        Assert.True(module.TryGetFunctionName(0, out var imported));
        Assert.True(module.TryGetFunctionName(4, out var own));
        Assert.Equal(("log", "headers"), (imported, own));
        Assert.False(module.TryGetFunctionName(5, out _));
    }

    [Fact]
    public void A_damaged_name_section_costs_names_and_nothing_else()
    {
        byte[] damaged = [1, 9, 3, 0, 1, (byte)'a', 1, 0x80];

        var module = WasmModuleInfo.Parse(SampleModules.WithHeader(SampleModules.Custom("name", damaged)));

        Assert.False(module.TryGetFunctionName(0, out _));
        Assert.Equal(new WasmCustomSection("name", 8), Assert.Single(module.CustomSections));
    }

    [Fact]
    [Trait("abi-case", "18")]
    public void Custom_and_unknown_sections_are_allowed_anywhere()
    {
        var module = WasmModuleInfo.Parse(SampleModules.WithHeader(
            SampleModules.Custom("a", 1, 2, 3),
            SampleModules.Section(1, 1, 0x60, 0, 0),
            SampleModules.Section(99, 4, 5, 6),
            SampleModules.Custom("a"),
            SampleModules.Section(3, 0),
            SampleModules.Custom("precompiled_x", 9)));

        Assert.Equal(
            [new("a", 3), new("a", 0), new WasmCustomSection("precompiled_x", 1)],
            module.CustomSections);
    }

    [Fact]
    public void Function_types_are_equal_by_content()
    {
        var one = new WasmFunctionType([WasmValueType.I32, WasmValueType.I64], [WasmValueType.I32]);
        var same = new WasmFunctionType([WasmValueType.I32, WasmValueType.I64], [WasmValueType.I32]);
        var moved = new WasmFunctionType([WasmValueType.I32], [WasmValueType.I64, WasmValueType.I32]);

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, moved);
        Assert.Equal(new WasmFunctionType([], []), new WasmFunctionType(default, default));
    }
}
