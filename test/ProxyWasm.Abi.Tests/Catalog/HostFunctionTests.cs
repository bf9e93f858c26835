using ProxyWasm.Abi.Catalog;

namespace ProxyWasm.Abi.Tests.Catalog;

public sealed class HostFunctionTests
{
    // A second transcription of the specification: i is a 32 bit and I a 64 bit value, - is nothing.
    private const string Proxy = """
        proxy_log iii i
        proxy_get_log_level i i
        proxy_get_current_time_nanoseconds i i
        proxy_set_effective_context i i
        proxy_done - i
        proxy_set_tick_period_milliseconds i i
        proxy_get_configuration ii i
        proxy_get_status iii i
        proxy_get_header_map_size ii i
        proxy_get_header_map_pairs iii i
        proxy_set_header_map_pairs iii i
        proxy_get_header_map_value iiiii i
        proxy_add_header_map_value iiiii i
        proxy_replace_header_map_value iiiii i
        proxy_remove_header_map_value iii i
        proxy_get_buffer_bytes iiiii i
        proxy_get_buffer_status iii i
        proxy_set_buffer_bytes iiiii i
        proxy_continue_stream i i
        proxy_close_stream i i
        proxy_continue_request - i
        proxy_continue_response - i
        proxy_clear_route_cache - i
        proxy_send_local_response iiiiiiii i
        proxy_http_call iiiiiiiiii i
        proxy_grpc_call iiiiiiiiiiii i
        proxy_grpc_stream iiiiiiiii i
        proxy_grpc_send iiii i
        proxy_grpc_close i i
        proxy_grpc_cancel i i
        proxy_get_shared_data iiiii i
        proxy_set_shared_data iiiii i
        proxy_register_shared_queue iii i
        proxy_resolve_shared_queue iiiii i
        proxy_enqueue_shared_queue iii i
        proxy_dequeue_shared_queue iii i
        proxy_define_metric iiii i
        proxy_increment_metric iI i
        proxy_record_metric iI i
        proxy_get_metric ii i
        proxy_get_property iiii i
        proxy_set_property iiii i
        proxy_call_foreign_function iiiiii i
        """;

    private const string Extension = """
        envoy_resolve_dns iii i
        pthread_equal ii i
        emscripten_notify_memory_growth i -
        abort iiii -
        """;

    private const string Wasi = """
        fd_write iiii i
        fd_pwrite iiiIi i
        fd_read iiii i
        fd_pread iiiIi i
        fd_seek iIii i
        fd_tell ii i
        fd_close i i
        fd_fdstat_get ii i
        fd_fdstat_set_flags ii i
        fd_fdstat_set_rights iII i
        fd_advise iIIi i
        fd_allocate iII i
        fd_datasync i i
        fd_sync i i
        fd_filestat_get ii i
        fd_filestat_set_size iI i
        fd_filestat_set_times iIIi i
        fd_prestat_get ii i
        fd_prestat_dir_name iii i
        fd_readdir iiiIi i
        fd_renumber ii i
        path_open iiiiiIIii i
        path_filestat_get iiiii i
        path_create_directory iii i
        path_remove_directory iii i
        path_unlink_file iii i
        path_filestat_set_times iiiiIIi i
        path_readlink iiiiii i
        path_rename iiiiii i
        path_link iiiiiii i
        path_symlink iiiii i
        sock_accept iii i
        sock_recv iiiiii i
        sock_send iiiii i
        sock_shutdown ii i
        environ_sizes_get ii i
        environ_get ii i
        args_sizes_get ii i
        args_get ii i
        clock_time_get iIi i
        clock_res_get ii i
        random_get ii i
        sched_yield - i
        poll_oneoff iiii i
        proc_exit i -
        """;

    [Theory]
    [InlineData(HostFunctionKind.Proxy, Proxy)]
    [InlineData(HostFunctionKind.Extension, Extension)]
    [InlineData(HostFunctionKind.Wasi, Wasi)]
    public void The_catalogue_has_exactly_the_functions_of_the_specification(HostFunctionKind kind, string table)
    {
        IEnumerable<string> actual = AbiCatalog.HostFunctions
            .Where(function => function.Kind == kind)
            .Select(function => $"{function.Name} {CompactSignature.Of(function.Signature)}");

        Assert.Equal(CompactSignature.Rows(table).Order(), actual.Order());
    }

    [Fact]
    public void Only_few_functions_belong_to_some_versions()
    {
        IEnumerable<string> actual = AbiCatalog.HostFunctions
            .Where(function => function.Versions != AbiVersions.All)
            .Select(function => $"{function.Name} {function.Versions}");

        Assert.Equal(
            [
                "proxy_clear_route_cache V0_1_0",
                "proxy_close_stream V0_2",
                "proxy_continue_request V0_1_0",
                "proxy_continue_response V0_1_0",
                "proxy_continue_stream V0_2",
                "proxy_get_configuration V0_1_0",
                "proxy_get_log_level V0_2_1",
            ],
            actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_function_is_found_in_its_modules_and_in_no_other()
    {
        string[] modules = ["env", "wasi_snapshot_preview1", "wasi_unstable", "ENV", ""];
        foreach (HostFunction function in AbiCatalog.HostFunctions)
        {
            string[] expected = function.Kind == HostFunctionKind.Wasi ? modules[1..3] : modules[..1];

            Assert.Equal(expected, function.Modules);
            foreach (string module in modules)
            {
                bool found = AbiCatalog.TryGetHostFunction(module, function.Name, out HostFunction? same);
                Assert.Equal(expected.Contains(module), found);
                Assert.Same(found ? function : null, same);
            }
        }

        Assert.False(AbiCatalog.TryGetHostFunction("env", "proxy_does_not_exist", out _));
    }

    [Fact]
    public void Names_are_unique_and_parameters_have_names()
    {
        Assert.Distinct(AbiCatalog.HostFunctions.Select(function => function.Name));
        foreach (HostFunction function in AbiCatalog.HostFunctions)
        {
            Assert.Distinct(function.Signature.Parameters.Select(parameter => parameter.Name));
            Assert.All(
                function.Signature.Parameters, parameter => Assert.Matches("^[a-z][a-z0-9_]*$", parameter.Name));
        }
    }

    [Fact]
    public void Only_addresses_carry_results()
    {
        WasmParameter[] results =
        [
            .. AbiCatalog.HostFunctions
                .SelectMany(function => function.Signature.Parameters)
                .Where(parameter => parameter.IsResultAddress),
        ];

        Assert.All(results, parameter => Assert.Equal(WasmValueKind.I32, parameter.Kind));
        Assert.True(AbiCatalog.TryGetHostFunction("env", "proxy_get_shared_data", out HostFunction? function));
        Assert.Equal(
            ["value", "value_size", "cas"],
            function.Signature.Parameters.Where(parameter => parameter.IsResultAddress).Select(p => p.Name));
    }

    [Fact]
    public void A_function_and_its_type_read_well_in_messages()
    {
        Assert.True(AbiCatalog.TryGetHostFunction("wasi_unstable", "proc_exit", out HostFunction? exit));
        Assert.True(AbiCatalog.TryGetHostFunction("env", "proxy_record_metric", out HostFunction? record));

        Assert.Equal("wasi_snapshot_preview1.proc_exit (i32) -> ()", $"{exit} {exit.Signature}");
        Assert.Equal("env.proxy_record_metric (i32, i64) -> i32", $"{record} {record.Signature}");
    }

    [Fact]
    public void A_type_matches_only_itself()
    {
        Assert.True(AbiCatalog.TryGetHostFunction("env", "proxy_record_metric", out HostFunction? function));
        WasmSignature signature = function.Signature;

        Assert.True(signature.Matches([WasmValueKind.I32, WasmValueKind.I64], WasmValueKind.I32));
        Assert.False(signature.Matches([WasmValueKind.I32, WasmValueKind.I32], WasmValueKind.I32));
        Assert.False(signature.Matches([WasmValueKind.I32], WasmValueKind.I32));
        Assert.False(signature.Matches([WasmValueKind.I32, WasmValueKind.I64], WasmValueKind.I64));
        Assert.False(signature.Matches([WasmValueKind.I32, WasmValueKind.I64], null));
    }
}
