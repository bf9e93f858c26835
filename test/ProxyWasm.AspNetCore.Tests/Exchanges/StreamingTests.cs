using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

/// <summary>What no plugin holds is not held by the host either.</summary>
public sealed class StreamingTests
{
    private static readonly string Passive = Wat.Plugin(Wat.ResponseHeaders("(i32.const 0)"));

    private static readonly string Watching = Wat.Plugin(
        Wat.RequestBody("(i32.const 0)"), Wat.ResponseBody("(i32.const 0)"));

    [Theory]
    [InlineData("1.1", false)]
    [InlineData("1.1", true)]
    [InlineData("2.0", false)]
    [InlineData("2.0", true)]
    public async Task The_client_has_the_first_chunk_before_the_application_writes_the_second(string version, bool watching)
    {
        var received = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                await context.Response.WriteAsync("first");
                await context.Response.Body.FlushAsync();
                await received.Task;
                await context.Response.WriteAsync("second");
            },
            watching ? Watching : Passive);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        using var response = await server.SendAsync(version, request, TestContext.Current.CancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await body.ReadExactlyAsync(new byte[5], TestContext.Current.CancellationToken);
        received.SetResult();
        using var rest = new StreamReader(body);

        Assert.Equal("second", await rest.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("1.1", false)]
    [InlineData("1.1", true)]
    [InlineData("2.0", false)]
    [InlineData("2.0", true)]
    public async Task The_application_has_the_first_chunk_before_the_client_sends_the_second(string version, bool watching)
    {
        var received = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                await context.Request.Body.ReadExactlyAsync(new byte[5]);
                received.SetResult();
                await context.Request.Body.CopyToAsync(context.Response.Body);
            },
            watching ? Watching : Passive);
        using var content = new StreamedContent(async stream =>
        {
            await stream.WriteAsync("first"u8.ToArray());
            await stream.FlushAsync();
            await received.Task;
            await stream.WriteAsync("second"u8.ToArray());
        });

        using var response = await server.PostAsync(version, content);

        Assert.Equal("second", await response.TextAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_directions_stream_at_the_same_time(bool watching)
    {
        await using var server = await TestServer.StartAsync(Apps.Echo, watching ? Watching : Passive);
        var echoed = new SemaphoreSlim(0);
        using var content = new StreamedContent(async stream =>
        {
            for (var i = 0; i < 50; i++)
            {
                await stream.WriteAsync(new byte[100]);
                await stream.FlushAsync();
                await echoed.WaitAsync();
            }
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative)) { Content = content };

        using var response = await server.SendAsync("2.0", request, TestContext.Current.CancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 50; i++)
        {
            await body.ReadExactlyAsync(new byte[100], TestContext.Current.CancellationToken);
            echoed.Release();
        }

        Assert.Equal(0, await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_waits_for_100_continue_gets_it_when_the_application_reads(bool watching)
    {
        await using var server = await TestServer.StartAsync(Apps.Echo, watching ? Watching : Passive);
        await using var connection = await server.ConnectAsync();
        await connection.WriteAsync(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection);

        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        await connection.WriteAsync("hello"u8.ToArray(), TestContext.Current.CancellationToken);
        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("HTTP/1.1 200 OK", rest, StringComparison.Ordinal);
        Assert.Contains("hello", rest, StringComparison.Ordinal);
    }
}
