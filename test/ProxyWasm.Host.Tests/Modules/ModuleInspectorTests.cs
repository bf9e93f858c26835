using ProxyWasm.Abi;
using ProxyWasm.Abi.Catalog;
using ProxyWasm.Host.Modules;
using static System.StringComparison;

namespace ProxyWasm.Host.Tests.Modules;

public sealed class ModuleInspectorTests
{
    private const string Marker = """(func (export "proxy_abi_version_0_2_1"))""";
    private const string Memory = """(memory (export "memory") 1)""";
    private const string Malloc = """(func (export "malloc") (param i32) (result i32) (local.get 0))""";

    [Fact]
    public void A_plugin_is_described_as_a_host_sees_it()
    {
        var inspection = ModuleInspector.Inspect(
            WasmModuleInfo.Parse(SampleModules.Assemble(SampleModules.Plugin)));

        Assert.True(inspection.IsRunnable);
        Assert.Empty(inspection.Warnings);
        Assert.Equal(("proxy_abi_version_0_2_1", AbiVersion.V0_2_1), (inspection.AbiMarker, inspection.AbiVersion));
        Assert.Equal("malloc", inspection.Allocator);
        Assert.Null(inspection.InitializationExport);
        Assert.Equal(["proxy_on_request_headers"], inspection.Callbacks);
        Assert.All(inspection.Imports, import => Assert.Equal(ImportState.Known, import.State));
        inspection.ThrowIfNotRunnable();
    }

    [Fact]
    [Trait("abi-case", "1")]
    public void A_module_without_a_marker_is_refused()
    {
        var inspection = Inspect(Memory, Malloc);

        var error = Assert.Single(inspection.Errors);
        Assert.Equal("PW1010", error.Id);
        Assert.Contains("missing or unknown Proxy-Wasm ABI version", error.Message, Ordinal);
        Assert.Null(inspection.AbiVersion);
    }

    [Fact]
    [Trait("abi-case", "2")]
    public void A_marker_that_is_a_global_does_not_count()
    {
        var inspection = Inspect(
            Memory, Malloc, """(global (export "proxy_abi_version_0_2_1") i32 (i32.const 1))""");

        Assert.Contains(
            "but the global 'proxy_abi_version_0_2_1'",
            Assert.Single(inspection.Errors).Message,
            Ordinal);
    }

    [Fact]
    public void A_marker_of_an_unknown_version_is_named()
    {
        var inspection = Inspect(Memory, Malloc, """(func (export "proxy_abi_version_9_9_9"))""");

        Assert.Contains(
            "but the function 'proxy_abi_version_9_9_9'",
            Assert.Single(inspection.Errors).Message,
            Ordinal);
    }

    [Fact]
    public void The_first_of_two_markers_in_the_order_of_the_file_counts()
    {
        var inspection = Inspect(
            """(global (export "proxy_abi_version_0_1_0") i32 (i32.const 1))""",
            """(func (export "proxy_abi_version_0_2_0"))""",
            Marker,
            Memory,
            Malloc);

        Assert.Equal(AbiVersion.V0_2_0, inspection.AbiVersion);
        Assert.Equal("PW1050", Assert.Single(inspection.Warnings).Id);
        Assert.True(inspection.IsRunnable);
    }

    [Fact]
    public void The_dialect_of_Higress_runs_as_its_relative_with_a_warning()
    {
        var inspection = Inspect("""(func (export "proxy_abi_version_0_2_100"))""", Memory, Malloc);

        Assert.Equal(AbiVersion.V0_2_1, inspection.AbiVersion);
        Assert.Equal("PW1051", Assert.Single(inspection.Warnings).Id);
        Assert.True(inspection.IsRunnable);
    }

    [Theory]
    [InlineData("0_1_0", "i32 i32", null)]
    [InlineData("0_1_0", "i32 i32 i32", "expects (i32, i32) -> i32, but it is (i32, i32, i32) -> i32")]
    [InlineData("0_2_0", "i32 i32 i32", null)]
    [InlineData("0_2_0", "i32 i32", "expects (i32, i32, i32) -> i32, but it is (i32, i32) -> i32")]
    [InlineData("0_2_1", "i32 i32 i32", null)]
    [InlineData("0_2_1", "i32 i64 i32", "expects (i32, i32, i32) -> i32, but it is (i32, i64, i32) -> i32")]
    [Trait("abi-case", "4")]
    [Trait("abi-case", "5")]
    public void Callbacks_have_the_type_of_the_declared_version(string version, string parameters, string? expected)
    {
        var inspection = Inspect(
            $"""(func (export "proxy_abi_version_{version}"))""",
            Memory,
            Malloc,
            $"""(func (export "proxy_on_request_headers") (param {parameters}) (result i32) (i32.const 0))""");

        if (expected is null)
        {
            Assert.Empty(inspection.Errors);
            Assert.Equal(["proxy_on_request_headers"], inspection.Callbacks);
            return;
        }

        var error = Assert.Single(inspection.Errors);
        Assert.Equal("PW1012", error.Id);
        Assert.StartsWith("bad function signature for proxy_on_request_headers:", error.Message, Ordinal);
        Assert.Contains(expected, error.Message, Ordinal);
        Assert.Empty(inspection.Callbacks);
    }

    [Fact]
    public void Exports_that_no_host_calls_are_left_alone()
    {
        var inspection = Inspect(
            Marker,
            Memory,
            Malloc,
            """(func (export "proxy_on_grpc_trailing_metadata") (param f64))""",
            """(global (export "proxy_on_tick") i32 (i32.const 1))""");

        Assert.Empty(inspection.Errors);
        Assert.Empty(inspection.Callbacks);
    }

    [Theory]
    [InlineData("0_1_0", 0)]
    [InlineData("0_2_0", 1)]
    public void A_callback_of_a_later_version_is_none(string version, int expected)
    {
        var inspection = Inspect(
            $"""(func (export "proxy_abi_version_{version}"))""",
            Memory,
            Malloc,
            """(func (export "proxy_on_foreign_function") (param i32 i32 i32))""");

        Assert.Empty(inspection.Errors);
        Assert.Equal(expected, inspection.Callbacks.Length);
    }

    [Fact]
    [Trait("abi-case", "9")]
    public void Malloc_goes_before_the_allocator_of_the_specification()
    {
        const string Other = """(func (export "proxy_on_memory_allocate") (param i32) (result i32) (local.get 0))""";

        Assert.Equal("malloc", Inspect(Marker, Memory, Other, Malloc).Allocator);
        Assert.Equal("proxy_on_memory_allocate", Inspect(Marker, Memory, Other).Allocator);
    }

    [Fact]
    [Trait("abi-case", "8")]
    public void A_module_without_an_allocator_is_refused()
    {
        var inspection = Inspect(Marker, Memory, """(global (export "malloc") i32 (i32.const 1))""");

        var error = Assert.Single(inspection.Errors);
        Assert.Equal("PW1011", error.Id);
        Assert.Contains("missing the malloc function", error.Message, Ordinal);
    }

    [Fact]
    public void An_allocator_of_the_wrong_type_is_refused()
    {
        var inspection = Inspect(Marker, Memory, """(func (export "malloc") (param i64) (result i32) (i32.const 0))""");

        Assert.Contains(
            "bad function signature for malloc: proxy_abi_version_0_2_1 expects (i32) -> i32, but it is (i64) -> i32",
            Assert.Single(inspection.Errors).Message,
            Ordinal);
    }

    [Theory]
    [InlineData("""(func (export "_initialize")) (func (export "_start"))""", "_initialize", null)]
    [InlineData("""(func (export "_start"))""", "_start", null)]
    [InlineData(
        """
        (func (export "_initialize")) (func (export "main") (param i32 i32) (result i32) (i32.const 0))
        (func (export "__main_void") (result i32) (i32.const 0))
        """,
        "_initialize",
        "main")]
    [InlineData(
        """(func (export "_initialize")) (func (export "__main_void") (result i32) (i32.const 0))""",
        "_initialize",
        "__main_void")]
    [InlineData(
        """(func (export "_start")) (func (export "main") (param i32 i32) (result i32) (i32.const 0))""",
        "_start",
        null)]
    [Trait("abi-case", "10")]
    [Trait("abi-case", "11")]
    public void The_start_of_a_module_follows_its_exports(string exports, string initialization, string? main)
    {
        var inspection = Inspect(Marker, Memory, Malloc, exports);

        Assert.Empty(inspection.Errors);
        Assert.Equal((initialization, main), (inspection.InitializationExport, inspection.MainExport));
    }

    [Fact]
    public void A_start_function_of_the_wrong_type_is_refused()
    {
        var inspection = Inspect(Marker, Memory, Malloc, """(func (export "_start") (param i32))""");

        Assert.Contains(
            "expects () -> (), but it is (i32) -> ()",
            Assert.Single(inspection.Errors).Message,
            Ordinal);
    }

    [Theory]
    [InlineData("", "exports no memory named 'memory'")]
    [InlineData("""(memory (export "other") 1)""", "exports no memory named 'memory'")]
    [InlineData("""(memory 1) (func (export "memory"))""", "exports no memory named 'memory'")]
    [InlineData("""(memory (export "memory") i64 1)""", "64-bit")]
    [InlineData("""(memory (export "memory") 1 2 shared)""", "shared")]
    [InlineData("""(import "env" "mine" (memory 1)) (export "memory" (memory 0))""", "'env.mine', an imported memory")]
    public void The_memory_is_exported_unshared_and_32_bit(string memory, string expected)
    {
        var inspection = Inspect(memory, Marker, Malloc);

        Assert.Contains(expected, Assert.Single(inspection.Errors).Message, Ordinal);
    }

    [Fact]
    [Trait("abi-case", "6")]
    public void All_imports_that_the_host_lacks_are_listed_in_one_error()
    {
        var inspection = Inspect(
            """(import "env" "proxy_does_not_exist" (func (param i32) (result i32)))""",
            """(import "env" "proxy_log" (func (param i32 i32) (result i32)))""",
            """(import "env" "proxy_done" (func (result i32)))""",
            """(import "env" "fd_write" (func (param i32 i32 i32 i32) (result i32)))""",
            """(import "wasi_unstable" "fd_write" (func (param i32 i32 i32 i32) (result i32)))""",
            """(import "env" "proxy_get_log_level" (global i32))""",
            Marker,
            Memory,
            Malloc);

        var error = Assert.Single(inspection.Errors);
        Assert.Equal("PW1015", error.Id);
        Assert.Equal(
            "the module imports what this host does not provide: "
            + "'env.proxy_does_not_exist' (i32) -> i32, an unknown function; "
            + "'env.proxy_log' has type (i32, i32) -> i32, but the host has (i32, i32, i32) -> i32; "
            + "'env.fd_write' (i32, i32, i32, i32) -> i32, an unknown function; "
            + "'env.proxy_get_log_level', an imported global",
            error.Message);
        Assert.Equal(
            [
                ImportState.Unknown, ImportState.WrongType, ImportState.Known, ImportState.Unknown, ImportState.Known,
                ImportState.Unknown,
            ],
            inspection.Imports.Select(import => import.State));
    }

    [Fact]
    public void A_flood_of_unknown_imports_is_counted()
    {
        var flood = Enumerable.Range(0, 60).Select(i => $"""(import "env" "missing_{i}" (func))""");

        var error = Assert.Single(Inspect([.. flood, Marker, Memory, Malloc]).Errors);

        Assert.Contains("'env.missing_49'", error.Message, Ordinal);
        Assert.EndsWith("; and 10 more", error.Message, Ordinal);
    }

    [Fact]
    public void Every_function_of_the_catalogue_is_known_to_modules_of_every_version()
    {
        var imports = AbiCatalog.HostFunctions.SelectMany(function => function.Modules.Select(module =>
            $"""(import "{module}" "{function.Name}" (func {Types("param", function.Signature)}))"""));
        foreach (var version in AbiMarker.All)
        {
            var inspection = Inspect([.. imports, $"""(func (export "{version.Name}"))""", Memory, Malloc]);

            Assert.Empty(inspection.Errors);
            Assert.True(inspection.Imports.Length > 80);
        }
    }

    [Fact]
    public void All_errors_are_reported_together()
    {
        var inspection = Inspect("""(import "env" "nothing" (func))""", """(func (export "_start") (param i32))""");

        var error = Assert.Throws<ModuleException>(inspection.ThrowIfNotRunnable);

        Assert.Equal(["PW1010", "PW1013", "PW1011", "PW1015"], inspection.Errors.Select(problem => problem.Id));
        Assert.Equal("PW1010", error.Id);
        Assert.All(
            inspection.Errors,
            problem => Assert.Contains(problem.Message, error.Message, Ordinal));
    }

    private static string Types(string keyword, WasmSignature signature)
    {
        var parameters = string.Join(' ', signature.Parameters.Select(parameter => Text(parameter.Kind)));
        var result = signature.Result is { } kind ? $"(result {Text(kind)})" : string.Empty;
        return $"({keyword} {parameters}) {result}";
    }

    private static string Text(WasmValueKind kind) => kind == WasmValueKind.I64 ? "i64" : "i32";

    private static ModuleInspection Inspect(params string[] parts) => ModuleInspector.Inspect(
        WasmModuleInfo.Parse(SampleModules.Assemble($"(module {string.Join('\n', parts)})")));
}
