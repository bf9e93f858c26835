using ProxyWasm.Host.Http;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>What becomes of the length header where a plugin changes a body (case 62 of the ABI reference).</summary>
public sealed class ContentLengthTests
{
    // Holds the body and puts it into brackets.
    private const string Bracket = """
        (if (i32.eqz (local.get $end)) (then (return (i32.const 1))))
        (drop (call $set_buffer (i32.const {0}) (i32.const 0) (i32.const 0) @"["))
        (drop (call $set_buffer (i32.const {0}) (i32.const -1) (i32.const 0) @"]"))
        """;

    private static readonly string Streaming =
        Callback("request_body", Bracket.Replace("{0}", "0", StringComparison.Ordinal))
        + Callback("response_body", Bracket.Replace("{0}", "1", StringComparison.Ordinal));

    // Also holds the headers until the body is there.
    private static readonly string Whole =
        Streaming
        + Callback("request_headers", "", "(i32.eqz (local.get $end))")
        + Callback("response_headers", "", "(i32.eqz (local.get $end))");

    [Theory]
    [InlineData(false, "5", "8")]
    [InlineData(true, null, null)]
    [Trait("abi-case", "62")]
    public async Task Case_062_The_length_of_a_body_that_comes_later_is_left_out_where_it_is_repaired(
        bool repair, string? request, string? response)
    {
        await using var proxy = new TestProxy();
        var stream = await PassAsync(proxy, Streaming, options => options with { RepairContentLength = repair });

        Assert.Equal(request, stream.Stream.RequestHeaders.Get("content-length"));
        Assert.Equal(response, stream.Stream.ResponseHeaders.Get("content-length"));
        Assert.Equal(("[hello]", "[good bye]"), (stream.Upstream, stream.Client));
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData(false, "5", "8")]
    [InlineData(true, "7", "10")]
    [Trait("abi-case", "62")]
    public async Task Case_062_The_length_of_a_body_that_is_there_as_a_whole_is_corrected_where_it_is_repaired(
        bool repair, string? request, string? response)
    {
        await using var proxy = new TestProxy();
        var stream = await PassAsync(proxy, Whole, options => options with
        {
            RepairContentLength = repair,
            AllowOnHeadersStopIteration = true,
        });

        Assert.Equal(request, stream.Stream.RequestHeaders.Get("content-length"));
        Assert.Equal(response, stream.Stream.ResponseHeaders.Get("content-length"));
        Assert.Equal(("[hello]", "[good bye]"), (stream.Upstream, stream.Client));
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData("GET", "304")]
    [InlineData("HEAD", "200")]
    public async Task The_length_of_a_response_that_has_no_body_stays(string method, string status)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Streaming, options => options with { RepairContentLength = true }));
        await stream.SendRequestAsync();
        stream.Stream.RequestHeaders.Replace(":method", method);
        stream.Stream.ResponseHeaders.Load(":status", status);
        stream.Stream.ResponseHeaders.Load("content-length", "8");
        await stream.Response.SendHeadersAsync(endOfStream: false);
        await stream.SendResponseBodyAsync("", end: true);

        Assert.Equal("8", stream.Stream.ResponseHeaders.Get("content-length"));
        await stream.FinishAsync();
    }

    private static async Task<TestStream> PassAsync(
        TestProxy proxy, string functions, Func<PluginOptions, PluginOptions> adapt)
    {
        var stream = proxy.Open(await proxy.ChainAsync(functions, adapt));
        await stream.SendRequestAsync(end: false, ("content-length", "5"));
        await stream.SendRequestBodyAsync("hel");
        await stream.SendRequestBodyAsync("lo", end: true);
        await stream.SendResponseAsync(end: false, ("content-length", "8"));
        await stream.SendResponseBodyAsync("good ");
        await stream.SendResponseBodyAsync("bye", end: true);
        Assert.Equal(StreamTermination.None, stream.Termination);
        return stream;
    }
}
