using System.Buffers;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Tests.Support;

namespace ProxyWasm.Host.Tests.ForeignFunctions;

public sealed class ForeignFunctionTests
{
    [Theory]
    [InlineData("no_such_function")]
    [InlineData("")]
    [InlineData("expr_create")]
    [InlineData("expr_evaluate")]
    [InlineData("expr_delete")]
    [Trait("abi-case", "120")]
    public async Task An_unknown_function_is_not_found_and_leaves_the_slots_alone(string name)
    {
        await using var rig = new ForeignRig();

        Assert.Equal((Status.NotFound, null), await rig.CallAsync(name, 1, 2));
    }

    [Fact]
    public async Task A_registered_function_gets_the_argument_and_gives_a_result()
    {
        ForeignCaller seen = default;
        await using var rig = new ForeignRig(new KeyValuePair<string, ForeignFunction>(
            "reverse",
            (in caller, argument, result) =>
            {
                seen = caller;
                var bytes = argument.ToArray();
                bytes.AsSpan().Reverse();
                result.Write(bytes);
                return Status.Ok;
            }));
        var (status, result) = await rig.CallAsync("reverse", "abc"u8.ToArray());

        Assert.Equal(Status.Ok, status);
        Assert.Equal("cba"u8.ToArray(), result);
        Assert.Equal(new ForeignCaller("test", "", 1), seen);
        var (emptyStatus, empty) = await rig.CallAsync("reverse");
        Assert.Equal(Status.Ok, emptyStatus);
        Assert.Empty(empty!);
    }

    [Fact]
    public async Task A_function_that_throws_is_an_internal_failure_and_costs_nothing_else()
    {
        await using var rig = new ForeignRig(new KeyValuePair<string, ForeignFunction>(
            "broken",
            (in _, _, result) =>
            {
                result.Write("half"u8);
                throw new InvalidOperationException("out of order");
            }));
        var (status, result) = await rig.CallAsync("broken");

        Assert.Equal(Status.InternalFailure, status);
        Assert.Empty(result!);
        Assert.Single(rig.HostLog.Messages, message => message.Contains("'broken' failed", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("abi-case", "120")]
    public async Task Result_slots_may_be_null_and_pointers_are_checked()
    {
        await using var rig = new ForeignRig();
        var log = await rig.Rig.RunAsync(
            """
            (local $heap i32)
            (local.set $heap (global.get $heap))
            (i64.store (i32.const 0x20) (i64.const -1))
            (call $n (call $call
              (i32.const 0x100) (i32.const 8) (i32.const 0x200) (i32.const 9) (i32.const 0) (i32.const 0)))
            (call $n (i32.eq (local.get $heap) (global.get $heap)))
            (call $n (i32.load (i32.const 0)))
            (call $n (call $call
              (i32.const -1) (i32.const 8) (i32.const 0x200) (i32.const 9) (i32.const 0) (i32.const 0)))
            (call $n (call $call
              (i32.const 0x100) (i32.const 8) (i32.const -1) (i32.const 9) (i32.const 0) (i32.const 0)))
            (call $n (call $call
              (i32.const 0x100) (i32.const 8) (i32.const 0x200) (i32.const 9) (i32.const -1) (i32.const 0)))
            (call $n (call $call
              (i32.const 0x100) (i32.const 8) (i32.const 0x200) (i32.const 9) (i32.const 0) (i32.const -1)))
            (call $n (i32.eq (local.get $heap) (global.get $heap)))
            """,
            """(data (i32.const 0x100) "compress")""");

        Assert.Equal(["0", "1", "0", "6", "6", "6", "6", "1"], log);
    }

    [Fact]
    public async Task Clearing_the_route_cache_reaches_the_proxy()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Text(
            """(data (i32.const 0x100) "clear_route_cache")""" + GuestModule.OnRequest(
                """
                (call $n (call $call
                  (i32.const 0x100) (i32.const 17) (i32.const 0) (i32.const 0) (i32.const 0x20) (i32.const 0x24)))
                """)));
        var info = new RecordingInfo();
        await PassAsync(rig, plugin, info);

        Assert.Equal(["0"], rig.Log.Messages);
        Assert.Equal(["cleared"], info.Events);
    }

    [Theory]
    [InlineData("cluster", "blue", 0)]
    [InlineData("cluster", "forbidden", 2)]
    [InlineData("unknown", "blue", 1)]
    public async Task Filter_state_is_set_where_the_proxy_knows_it(string path, string value, int status)
    {
        byte[] message = [.. Protobuf.Text(1, path), .. Protobuf.Text(2, value), .. Protobuf.Number(3, 1)];
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Text(
            $"""
            (data (i32.const 0x100) "set_envoy_filter_state") (data (i32.const 0x200) "{Escape(message)}")
            """ + GuestModule.OnRequest(
                $"""
                (call $n (call $call
                  (i32.const 0x100) (i32.const 22) (i32.const 0x200) (i32.const {message.Length}) (i32.const 0) (i32.const 0)))
                """)));
        var info = new RecordingInfo();
        await PassAsync(rig, plugin, info);

        Assert.Equal([$"{status}"], rig.Log.Messages);
        Assert.Equal([$"{path}={value}"], info.Events);
    }

    [Fact]
    public async Task Filter_state_needs_a_stream_and_a_message()
    {
        await using var rig = new ForeignRig();

        Assert.Equal(Status.NotFound, (await rig.CallAsync("set_envoy_filter_state", Protobuf.Text(1, "a"))).Status);
        Assert.Equal(Status.BadArgument, (await rig.CallAsync("set_envoy_filter_state", 0x0A, 200)).Status);
        Assert.Equal(Status.BadArgument, (await rig.CallAsync("set_envoy_filter_state", 0x0A, 1, 0xFF)).Status);
    }

    [Fact]
    [Trait("abi-case", "119")]
    public async Task A_property_declared_read_only_is_set_once_and_declared_once()
    {
        byte[] message = [.. Protobuf.Text(1, "once"), .. Protobuf.Number(2, 1), .. Protobuf.Number(3, 1)];
        const string Set = """
            (call $n (call $set_property (i32.const 0x180) (i32.const {0}) (i32.const 0x190) (i32.const 1)))
            """;
        var declare = $"""
            (call $n (call $call
              (i32.const 0x100) (i32.const 16) (i32.const 0x200) (i32.const {message.Length}) (i32.const 0) (i32.const 0)))
            """;
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            declare + declare,
            $"""
            (data (i32.const 0x100) "declare_property") (data (i32.const 0x200) "{Escape(message)}")
            (data (i32.const 0x180) "once\00twice") (data (i32.const 0x190) "v")
            """ + GuestModule.OnRequest(
                string.Format(Set, 4) + string.Format(Set, 4) + string.Format(Set, 5)
                + string.Format(Set, 10) + string.Format(Set, 10)
                + """
                (call $n (call $property (i32.const 0x180) (i32.const 4) (i32.const 0x10) (i32.const 0x14))) (call $slots)
                """)));
        await rig.PassAsync(plugin);
        await rig.PassAsync(plugin);

        string[] stream = ["0", "2", "2", "0", "0", "0", "v"];
        Assert.Equal(["0", "2", .. stream, .. stream], rig.Log.Messages);
    }

    [Theory]
    [InlineData(new byte[] { 0x0A, 5, 1 })]
    [InlineData(new byte[] { 0x0B })]
    [InlineData(new byte[] { 0x00, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })]
    [InlineData(new byte[] { 0x09, 1, 2 })]
    [InlineData(new byte[] { 0x0D, 1, 2 })]
    public async Task A_malformed_declaration_is_a_bad_argument(byte[] message)
    {
        await using var rig = new ForeignRig();

        Assert.Equal(Status.BadArgument, (await rig.CallAsync("declare_property", message)).Status);
    }

    private static string Escape(byte[] bytes) => string.Concat(bytes.Select(b => $"\\{b:x2}"));

    private static async Task PassAsync(PluginRig rig, Host.Plugins.Plugin plugin, HttpStreamInfo info)
    {
        var stream = rig.Host.CreateHttpChain(plugin).Open(info);
        stream.RequestHeaders.Load(":path", "/");
        await stream.Request.SendHeadersAsync(endOfStream: true);
        await stream.FinishAsync();
    }

    private sealed class RecordingInfo : HttpStreamInfo
    {
        public List<string> Events { get; } = [];

        public override void ClearRouteCache() => Events.Add("cleared");

        public override Status SetFilterState(string name, ReadOnlySpan<byte> value)
        {
            var text = Encoding.UTF8.GetString(value);
            Events.Add($"{name}={text}");
            return name != "cluster" ? Status.NotFound : text == "forbidden" ? Status.BadArgument : Status.Ok;
        }
    }
}
