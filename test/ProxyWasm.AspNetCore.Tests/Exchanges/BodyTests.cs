using System.Text;
using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

public sealed class BodyTests
{
    private static readonly string[] Versions = ["1.1", "2.0"];

    // Both directions: hold everything, then put brackets around it.
    private static readonly string Brackets = Wat.Plugin(
        Wat.RequestHeaders("(drop (call $remove (i32.const 0) 'content-length')) (i32.const 0)"),
        Wat.ResponseHeaders("(drop (call $remove (i32.const 2) 'content-length')) (i32.const 0)"),
        Wat.RequestBody(Bracket(0)),
        Wat.ResponseBody(Bracket(1)));

    private static readonly string Limited = Wat.Plugin(
        Wat.RequestBody("(i32.sub (i32.const 1) (local.get $end))"),
        Wat.ResponseBody("(i32.sub (i32.const 1) (local.get $end))"),
        "(func (export \"proxy_on_log\") (param i32) (call $say 'log'))\n");

    public static TheoryData<string, int> Sizes
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var version in Versions)
            {
                foreach (var size in (int[])[1, 4096, 65536, 100_000, 1_000_000])
                {
                    data.Add(version, size);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_plugin_holds_and_rewrites_bodies_of_both_directions(string version, int size)
    {
        await using var server = await TestServer.StartAsync(Apps.Echo, Brackets);
        var body = Random(size);

        using var response = await server.PostAsync(version, new ByteArrayContent(body));
        var received = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("([", Encoding.Latin1.GetString(received, 0, 2) + "");
        Assert.Equal(size + 4, received.Length);
        Assert.True(received.AsSpan(2, size).SequenceEqual(body), "the body has changed on its way");
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_shorter_body_goes_without_its_old_length(string version)
    {
        var plugin = Wat.Plugin(
            Wat.ResponseHeaders("(drop (call $remove (i32.const 2) 'content-length')) (i32.const 0)"),
            Wat.ResponseBody("""
                (if (result i32) (local.get $end)
                  (then (drop (call $set_body (i32.const 1) (i32.const 0) (i32.const -1) 'x')) (i32.const 0))
                  (else (i32.const 1)))
                """));
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                context.Response.ContentLength = 11;
                await context.Response.WriteAsync("hello ");
                await context.Response.WriteAsync("world");
            },
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal("x", await response.TextAsync());
        Assert.NotEqual("[11]", response.Header("content-length"));
    }

    [Theory]
    [InlineData("1.1", "")]
    [InlineData("2.0", "")]
    [InlineData("1.1", "a longer text")]
    [InlineData("2.0", "a longer text")]
    public async Task A_body_that_does_not_fit_the_length_ends_the_stream_and_is_the_fault_of_the_plugin(
        string version, string text)
    {
        var plugin = Wat.Plugin(Wat.ResponseBody(
            $"(drop (call $set_body (i32.const 1) (i32.const 0) (i32.const -1) '{text}')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            context =>
            {
                context.Response.ContentLength = 5;
                return Apps.Hello(context);
            },
            plugin);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.GetAsync(version));

        Assert.Contains("content-length", Assert.Single(server.Log.Records), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_held_request_over_the_limit_is_answered_413(string version)
    {
        await using var server = await TestServer.StartAsync(SmallBuffer, Apps.Echo, Limited);

        using var response = await server.PostAsync(version, new ByteArrayContent(new byte[200_000]));

        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal("Payload Too Large", await response.TextAsync());
        await PauseTests.SpinUntilAsync(() => server.PluginLog.Messages.Count > 0);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_held_response_over_the_limit_is_answered_500_or_reset(string version)
    {
        var holdsHeaders = Wat.Plugin(
            Wat.ResponseHeaders("(i32.const 3)"));
        await using var early = await TestServer.StartAsync(
            SmallBuffer, context => context.Response.Body.WriteAsync(new byte[200_000]).AsTask(), holdsHeaders);
        await using var late = await TestServer.StartAsync(
            SmallBuffer, context => context.Response.Body.WriteAsync(new byte[200_000]).AsTask(), Limited);

        using var response = await early.GetAsync(version);

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("Internal Server Error", await response.TextAsync());
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => late.GetAsync(version));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_request_held_whole_by_a_plugin_that_looks_at_no_body_arrives(string version)
    {
        var plugin = Wat.Plugin(
            "(global $waiting (mut i32) (i32.const 0))\n",
            Wat.RequestHeaders("""
                (drop (call $request ':path'))
                (if (result i32) (i32.eq (call $size) (i32.const 1))
                  (then (global.set $waiting (local.get $context)) (call $say 'held') (i32.const 3))
                  (else
                    (drop (call $effective (global.get $waiting)))
                    (drop (call $continue (i32.const 0)))
                    (i32.const 0)))
                """));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);
        var gate = new TaskCompletionSource();
        using var content = new StreamedContent(async stream =>
        {
            await stream.WriteAsync("early "u8.ToArray());
            await stream.FlushAsync();
            await gate.Task;
            await stream.WriteAsync("late"u8.ToArray());
        });

        var held = server.PostAsync(version, content);
        await PauseTests.SpinUntilAsync(() => server.PluginLog.Messages.Count > 0);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        using var resuming = await server.GetAsync(version, "/resume");
        gate.SetResult();
        using var response = await held;

        Assert.EndsWith("\nearly late", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_watermark_slows_the_client_down_and_loses_nothing(string version)
    {
        var plugin = Wat.Plugin(
            Wat.RequestBody("(i32.mul (i32.const 2) (i32.eqz (local.get $end)))"),
            "(func (export \"proxy_on_tick\") (param i32))\n");
        await using var server = await TestServer.StartAsync(Apps.Echo, plugin);
        var body = Random(300_000);

        using var response = await server.PostAsync(version, new ByteArrayContent(body));

        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static TestServerOptions SmallBuffer => new()
    {
        Plugin = plugin => plugin with { Limits = plugin.Limits with { BufferBytes = 100_000 } },
    };

    private static string Bracket(int buffer)
    {
        var (open, close) = buffer == 0 ? ("[", "]") : ("(", ")");
        return $"""
            (if (result i32) (local.get $end)
              (then
                (drop (call $set_body (i32.const {buffer}) (i32.const 0) (i32.const 0) '{open}'))
                (drop (call $set_body (i32.const {buffer}) (i32.const -1) (i32.const 0) '{close}'))
                (i32.const 0))
              (else (i32.const 1)))
            """;
    }

    private static byte[] Random(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }
}
