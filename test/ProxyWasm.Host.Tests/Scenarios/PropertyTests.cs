using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>Properties by the names that Envoy has for them (section 6.5 of the ABI reference).</summary>
public sealed class PropertyTests
{
    private const string Import =
        """(import "env" "proxy_set_property" (func $set_property (param i32 i32 i32 i32) (result i32)))""";

    [Fact]
    [Trait("abi-case", "118")]
    public async Task Case_118_What_a_plugin_stores_is_in_the_filter_state_under_its_path()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Plugin(
            Callback("request_headers", """
                (call $say_result @"before" (call $property @"filter_state\00wasm.a\00b" (i32.const 0x10) (i32.const 0x14)))
                (drop (call $set_property @"a\00b" @"stored"))
                (call $say_result @"after" (call $property @"filter_state\00wasm.a\00b" (i32.const 0x10) (i32.const 0x14)))
                (call $say_result @"other" (call $property @"filter_state\00a\00b" (i32.const 0x10) (i32.const 0x14)))
                """),
            imports: Import));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        await stream.FinishAsync();

        Assert.Equal(["before 1", "after 0 stored", "other 1"], proxy.TakeLines());
    }

    [Fact]
    public async Task The_direction_of_a_listener_is_unspecified_under_its_old_and_its_new_name()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Callback("request_headers", """
            (call $say_result @"new" (call $property @"xds\00listener_direction" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"old" (call $property @"listener_direction" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"tries" (call $property @"upstream\00request_attempt_count" (i32.const 0x10) (i32.const 0x14)))
            """));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        await stream.FinishAsync();

        var zero = new string('\0', 8);
        Assert.Equal([$"new 0 {zero}", $"old 0 {zero}", "tries 1"], proxy.TakeLines());
    }
}
