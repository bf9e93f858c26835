using ProxyWasm.Host.Http;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>What plugins can do to headers, and when (cases 39 to 58 of the ABI reference).</summary>
public sealed class HeaderTests
{
    [Fact]
    [Trait("abi-case", "39")]
    public async Task Case_039_Values_added_to_an_ordinary_name_stand_beside_each_other()
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(proxy, """
            (drop (call $add (i32.const 0) @"x-list" @"a"))
            (drop (call $add (i32.const 0) @"x-list" @"b"))
            (call $say_result @"get" (call $get (i32.const 0) @"x-list" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"property"
              (call $property @"request\00headers\00x-list" (i32.const 0x10) (i32.const 0x14)))
            """);

        Assert.Equal(["x-list: a", "x-list: b"], TestStream.Fields(stream.Stream.RequestHeaders)[4..]);
        Assert.Equal(["get 0 a", "property 0 a,b"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData("x-forwarded-for", "x-forwarded-for: a,b")]
    [InlineData("cookie", "cookie: a; b")]
    [Trait("abi-case", "40")]
    public async Task Case_040_Values_added_to_a_single_name_are_joined(string name, string expected)
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(proxy, $"""
            (drop (call $add (i32.const 0) @"{name}" @"a"))
            (drop (call $add (i32.const 0) @"{name}" @"b"))
            """);

        Assert.Equal([expected], TestStream.Fields(stream.Stream.RequestHeaders)[4..]);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "41")]
    public async Task Case_041_Replacing_leaves_one_value_and_creates_a_missing_one()
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(
            proxy,
            """
            (drop (call $replace (i32.const 0) @"x-two" @"only"))
            (drop (call $replace (i32.const 0) @"x-new" @"made"))
            """,
            ("x-two", "1"),
            ("x-two", "2"));

        Assert.Equal(["x-two: only", "x-new: made"], TestStream.Fields(stream.Stream.RequestHeaders)[4..]);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "42")]
    public async Task Case_042_Removing_a_missing_header_is_fine()
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(proxy, """
            (call $say_number @"remove" (call $remove (i32.const 0) @"x-absent"))
            """);

        Assert.Equal(["remove 0"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "43")]
    public async Task Case_043_Names_are_stored_in_lower_case_and_found_in_any()
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(proxy, """
            (drop (call $add (i32.const 0) @"X-Foo" @"Bar"))
            (call $say_result @"get" (call $get (i32.const 0) @"x-FOO" (i32.const 0x10) (i32.const 0x14)))
            """);

        Assert.Equal(["x-foo: Bar"], TestStream.Fields(stream.Stream.RequestHeaders)[4..]);
        Assert.Equal(["get 0 Bar"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData(false, "get 2", "pairs 0 ")]
    [InlineData(true, "get 0 /a?b=c", "pairs 0 ")]
    [Trait("abi-case", "44")]
    [Trait("abi-case", "45")]
    public async Task Case_045_Request_headers_are_out_of_reach_in_the_response_unless_late_reads_are_allowed(
        bool allowed, string get, string pairs)
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("response_headers", """
                (call $say_result @"get" (call $get (i32.const 0) @":path" (i32.const 0x10) (i32.const 0x14)))
                (call $say_number @"add" (call $add (i32.const 0) @"x-late" @"1"))
                (call $say_number @"replace" (call $replace (i32.const 0) @"x-late" @"1"))
                (call $say_number @"remove" (call $remove (i32.const 0) @":path"))
                (call $say_number @"set" (call $set_pairs (i32.const 0) @"\00\00\00\00"))
                (call $say_result @"pairs" (call $get_pairs (i32.const 1) (i32.const 0x10) (i32.const 0x14)))
                """),
            options => options with { AllowLateHeaderReads = allowed });
        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();

        Assert.Equal([get, "add 2", "replace 2", "remove 2", "set 2", pairs], proxy.TakeLines());
        Assert.Equal(4, stream.Stream.RequestHeaders.Count);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "46")]
    public async Task Case_046_Headers_of_a_paused_stream_can_be_changed_from_elsewhere_before_it_goes_on()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Callback("request_headers", """
            (if (i32.eq (local.get $id) (i32.const 2)) (then (return (i32.const 1))))
            (drop (call $effective (i32.const 2)))
            (drop (call $add (i32.const 0) @"x-added" @"later"))
            (drop (call $continue (i32.const 0)))
            """));
        var paused = proxy.Open(chain);
        await paused.SendRequestAsync();
        Assert.True(paused.Request.IsPaused);
        Assert.False(paused.Request.HeadersReleased);

        var other = proxy.Open(chain);
        await other.SendRequestAsync();
        await paused.ResumeAsync(paused.Request);

        Assert.True(paused.Request.HeadersReleased);
        Assert.Equal("later", paused.Stream.RequestHeaders.Get("x-added"));
        Assert.Null(other.Stream.RequestHeaders.Get("x-added"));
        await paused.FinishAsync();
        await other.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "51")]
    [Trait("abi-case", "4")]
    public async Task Case_051_A_missing_header_is_empty_for_plugins_of_0_1_0()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Plugin(
            """
            (func (export "proxy_on_request_headers") (param $id i32) (param $count i32) (result i32)
              (call $say_number @"count" (local.get $count))
              (call $say_result @"get" (call $get (i32.const 0) @"x-absent" (i32.const 0x10) (i32.const 0x14)))
              (i32.const 0))
            """,
            marker: "proxy_abi_version_0_1_0"));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();

        Assert.Equal(["count 4", "get 0 "], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "54")]
    public async Task Case_054_Every_change_of_request_headers_lets_the_route_be_chosen_anew()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", """
                (drop (call $add (i32.const 0) @"x-one" @"1"))
                (drop (call $replace (i32.const 0) @"x-one" @"2"))
                """)
            + Callback("response_headers", """
                (drop (call $add (i32.const 2) @"x-one" @"1"))
                (drop (call $replace (i32.const 2) @"x-one" @"2"))
                """));
        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();

        Assert.Equal(2, stream.Info.RouteChoices);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "55")]
    public async Task Case_055_A_new_path_is_what_the_upstream_and_the_properties_see()
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(proxy, """
            (drop (call $replace (i32.const 0) @":path" @"/x?y=1"))
            (call $say_result @"path" (call $property @"request\00path" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"query" (call $property @"request\00query" (i32.const 0x10) (i32.const 0x14)))
            """);

        Assert.Equal("/x?y=1", stream.Stream.RequestHeaders.Get(":path"));
        Assert.Equal(["path 0 /x?y=1", "query 0 y=1"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData("418", "418")]
    [InlineData("", "200")]
    [InlineData("0", "200")]
    [InlineData("20", "200")]
    [InlineData("2000", "200")]
    [InlineData("600", "200")]
    [InlineData("teapot", "200")]
    [Trait("abi-case", "56")]
    public async Task Case_056_A_status_can_be_set_and_one_that_is_none_is_ignored(string status, string expected)
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Callback("response_headers", $"""
            (call $say_number @"replace" (call $replace (i32.const 2) @":status" @"{status}"))
            """));
        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();

        Assert.Equal(expected, stream.Stream.ResponseHeaders.Get(":status"));
        Assert.Equal(["replace 0"], proxy.TakeLines());
        Assert.Equal(status == expected ? 0 : 1, proxy.TakeRemarks().Length);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "57")]
    public async Task Case_057_Bytes_of_a_value_that_are_no_UTF_8_go_through_unchanged()
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(
            proxy,
            """
            (drop (call $get (i32.const 0) @"x-raw" (i32.const 0x10) (i32.const 0x14)))
            (call $say_number @"size" (i32.load (i32.const 0x14)))
            (call $say_number @"first" (i32.load8_u (i32.load (i32.const 0x10))))
            (drop (call $replace (i32.const 0) @"x-copy" (i32.load (i32.const 0x10)) (i32.load (i32.const 0x14))))
            """,
            ("x-raw", "\u00c0\u00af"));

        Assert.Equal("\u00c0\u00af", stream.Stream.RequestHeaders.Get("x-copy"));
        Assert.Equal(["size 2", "first 192"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "58")]
    public async Task Case_058_The_number_of_headers_counts_pseudo_headers_and_every_value()
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(
            proxy, """(call $say_number @"count" (local.get $count))""", ("x-two", "1"), ("x-two", "2"));

        Assert.Equal(["count 6"], proxy.TakeLines());
        Assert.Equal(6, stream.Stream.RequestHeaders.Count);
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("x bad", "x")]
    [InlineData(":unknown", "x")]
    [InlineData(":status", "200")]
    [InlineData("x-split", "a\\0d\\0ab: c")]
    [InlineData("x-nul", "a\\00b")]
    public async Task A_header_that_HTTP_forbids_is_accepted_and_not_stored(string name, string value)
    {
        await using var proxy = new TestProxy();
        var stream = await RequestAsync(proxy, $"""
            (call $say_number @"add" (call $add (i32.const 0) @"{name}" @"{value}"))
            """);

        Assert.Equal(["add 0"], proxy.TakeLines());
        Assert.Equal(4, stream.Stream.RequestHeaders.Count);
        Assert.Single(proxy.TakeRemarks());
        await stream.FinishAsync();
    }

    private static async Task<TestStream> RequestAsync(
        TestProxy proxy, string instructions, params (string Name, string Value)[] headers)
    {
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_headers", instructions)));
        await stream.SendRequestAsync(end: true, headers);
        Assert.Equal(StreamTermination.None, stream.Termination);
        return stream;
    }
}
