using ProxyWasm.Abi.Catalog;

namespace ProxyWasm.Abi.Tests.Catalog;

public sealed class CallbackTests
{
    // A second transcription of the specification: name, type, kind, versions.
    private const string Table = """
        proxy_abi_version_0_1_0 - - Marker V0_1_0
        proxy_abi_version_0_2_0 - - Marker V0_2_0
        proxy_abi_version_0_2_1 - - Marker V0_2_1
        proxy_abi_version_0_2_100 - - Marker V0_2_1
        _initialize - - Initialization All
        main ii i Initialization All
        __main_void - i Initialization All
        _start - - Initialization All
        malloc i i Allocator All
        proxy_on_memory_allocate i i Allocator All
        proxy_on_context_create ii - Event All
        proxy_on_vm_start ii i Event All
        proxy_validate_configuration ii i Event All
        proxy_on_configure ii i Event All
        proxy_on_tick i - Event All
        proxy_on_done i i Event All
        proxy_on_log i - Event All
        proxy_on_delete i - Event All
        proxy_on_new_connection i i Event All
        proxy_on_downstream_data iii i Event All
        proxy_on_upstream_data iii i Event All
        proxy_on_downstream_connection_close ii - Event All
        proxy_on_upstream_connection_close ii - Event All
        proxy_on_request_headers ii i Event V0_1_0
        proxy_on_request_headers iii i Event V0_2
        proxy_on_response_headers ii i Event V0_1_0
        proxy_on_response_headers iii i Event V0_2
        proxy_on_request_body iii i Event All
        proxy_on_response_body iii i Event All
        proxy_on_request_trailers ii i Event All
        proxy_on_response_trailers ii i Event All
        proxy_on_request_metadata ii i Event All
        proxy_on_response_metadata ii i Event All
        proxy_on_http_call_response iiiii - Event All
        proxy_on_grpc_receive_initial_metadata iii - Event All
        proxy_on_grpc_receive iii - Event All
        proxy_on_grpc_receive_trailing_metadata iii - Event All
        proxy_on_grpc_close iii - Event All
        proxy_on_queue_ready ii - Event All
        proxy_on_foreign_function iii - Event V0_2
        envoy_on_resolve_dns iii - Extension All
        envoy_on_stats_update ii - Extension All
        """;

    [Fact]
    public void The_catalogue_has_exactly_the_exports_of_the_specification()
    {
        IEnumerable<string> actual = AbiCatalog.Callbacks.SelectMany(callback => callback.Forms.Select(form =>
            $"{callback.Name} {CompactSignature.Of(form.Signature)} {callback.Kind} {form.Versions}"));

        Assert.Equal(CompactSignature.Rows(Table).Order(), actual.Order());
    }

    [Fact]
    public void Every_callback_is_found_by_its_name()
    {
        Assert.Distinct(AbiCatalog.Callbacks.Select(callback => callback.Name));
        foreach (Callback callback in AbiCatalog.Callbacks)
        {
            Assert.True(AbiCatalog.TryGetCallback(callback.Name, out Callback? same));
            Assert.Same(callback, same);
        }

        Assert.False(AbiCatalog.TryGetCallback("proxy_on_grpc_trailing_metadata", out _));
    }

    [Theory]
    [InlineData("proxy_on_request_headers", AbiVersion.V0_1_0, "(i32, i32) -> i32")]
    [InlineData("proxy_on_request_headers", AbiVersion.V0_2_0, "(i32, i32, i32) -> i32")]
    [InlineData("proxy_on_request_headers", AbiVersion.V0_2_1, "(i32, i32, i32) -> i32")]
    [InlineData("proxy_on_foreign_function", AbiVersion.V0_1_0, null)]
    [InlineData("proxy_on_foreign_function", AbiVersion.V0_2_0, "(i32, i32, i32) -> ()")]
    [InlineData("proxy_on_tick", (AbiVersion)99, null)]
    public void The_type_depends_on_the_version(string name, AbiVersion version, string? expected)
    {
        Assert.True(AbiCatalog.TryGetCallback(name, out Callback? callback));

        Assert.Equal(expected is not null, callback.TryGetSignature(version, out WasmSignature? signature));
        Assert.Equal(expected, signature?.ToString());
    }

    [Fact]
    public void No_version_has_two_types_and_the_versions_of_a_callback_are_those_of_its_types()
    {
        foreach (Callback callback in AbiCatalog.Callbacks)
        {
            foreach (AbiVersion version in Enum.GetValues<AbiVersion>())
            {
                int forms = callback.Forms.Count(form => form.Versions.Contains(version));
                Assert.Equal(callback.Versions.Contains(version) ? 1 : 0, forms);
            }
        }
    }

    [Fact]
    public void Every_marker_is_an_export_of_the_catalogue()
    {
        foreach (AbiMarker marker in AbiMarker.All)
        {
            Assert.True(AbiCatalog.TryGetCallback(marker.Name, out Callback? callback));
            Assert.Equal(CallbackKind.Marker, callback.Kind);
            Assert.True(callback.Versions.Contains(marker.Version));
        }
    }

    [Fact]
    public void Sets_of_versions_have_what_they_are_made_of()
    {
        Assert.True(AbiVersions.V0_2.Contains(AbiVersion.V0_2_0));
        Assert.False(AbiVersions.V0_2.Contains(AbiVersion.V0_1_0));
        Assert.True(AbiVersions.All.Contains(AbiVersion.V0_1_0));
        Assert.False(AbiVersions.All.Contains((AbiVersion)32));
        Assert.False(AbiVersions.None.Contains(AbiVersion.V0_1_0));
    }
}
