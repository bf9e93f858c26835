using System.Text;
using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

/// <summary>The many ways in which applications write responses, with a plugin that looks and one that does not.</summary>
public sealed class ApplicationTests
{
    private static readonly string Watching = Wat.Plugin(
        Wat.ResponseHeaders("(drop (call $add (i32.const 2) 'x-plugin' '1')) (i32.const 0)"),
        Wat.ResponseBody("(i32.const 0)"));

    private static readonly string Passive = Wat.Plugin(
        Wat.ResponseHeaders("(drop (call $add (i32.const 2) 'x-plugin' '1')) (i32.const 0)"));

    private static readonly string FileName = CreateFile();

    // What an application does, and the body that the client must see.
    private static readonly Dictionary<string, (RequestDelegate App, string Body)> Applications = new()
    {
        ["nothing"] = (_ => Task.CompletedTask, ""),
        ["write"] = (Apps.Hello, "hello"),
        ["start"] = (
            async context =>
            {
                await context.Response.StartAsync();
                await context.Response.WriteAsync("hello");
            },
            "hello"),
        ["start and nothing"] = (context => context.Response.StartAsync(), ""),
        ["flush"] = (context => context.Response.Body.FlushAsync(), ""),
        ["body writer"] = (
            async context =>
            {
                "hel"u8.CopyTo(context.Response.BodyWriter.GetSpan(3));
                context.Response.BodyWriter.Advance(3);
                await context.Response.BodyWriter.FlushAsync();
                "lo"u8.CopyTo(context.Response.BodyWriter.GetSpan(2));
                context.Response.BodyWriter.Advance(2);
            },
            "hello"),
        ["body writer completed"] = (
            async context =>
            {
                await context.Response.BodyWriter.WriteAsync("hello"u8.ToArray());
                await context.Response.BodyWriter.CompleteAsync();
            },
            "hello"),
        ["length"] = (
            context =>
            {
                context.Response.ContentLength = 5;
                return Apps.Hello(context);
            },
            "hello"),
        ["zero length"] = (
            context =>
            {
                context.Response.ContentLength = 0;
                return Task.CompletedTask;
            },
            ""),
        ["complete"] = (
            async context =>
            {
                await context.Response.WriteAsync("hello");
                await context.Response.CompleteAsync();
            },
            "hello"),
        ["on starting"] = (
            context =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers["x-starting"] = "1";
                    return Task.CompletedTask;
                });
                return Apps.Hello(context);
            },
            "hello"),
        ["large"] = (
            async context =>
            {
                for (var i = 0; i < 64; i++)
                {
                    await context.Response.Body.WriteAsync(new byte[16384]);
                }
            },
            new string('\0', 64 * 16384)),
        ["file"] = (context => context.Response.SendFileAsync(FileName, 2, 6), "llo fi"),
    };

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var name in Applications.Keys)
            {
                data.Add("1.1", name, false);
                data.Add("1.1", name, true);
                data.Add("2.0", name, false);
                data.Add("2.0", name, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_way_it_is_written_the_client_gets_it(string version, string application, bool watching)
    {
        var (app, body) = Applications[application];
        await using var server = await TestServer.StartAsync(app, watching ? Watching : Passive);

        for (var i = 0; i < 3; i++)
        {
            using var response = await server.GetAsync(version);

            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal("[1]", response.Header("x-plugin"));
            Assert.Equal(application == "on starting" ? "[1]" : "", response.Header("x-starting"));
            Assert.Equal(body, Encoding.Latin1.GetString(
                await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        }

        Assert.Empty(server.Log.Records);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Head_gets_headers_and_nothing_else(string version, string application, bool watching)
    {
        await using var server = await TestServer.StartAsync(Applications[application].App, watching ? Watching : Passive);

        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("/", UriKind.Relative));
            using var response = await server.SendAsync(version, request, TestContext.Current.CancellationToken);

            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal("[1]", response.Header("x-plugin"));
            Assert.Equal("", await response.TextAsync());
        }

        Assert.Empty(server.Log.Records);
    }

    [Theory]
    [InlineData("1.1", 204)]
    [InlineData("1.1", 304)]
    [InlineData("2.0", 204)]
    [InlineData("2.0", 304)]
    public async Task A_response_that_has_no_body_ends_with_its_headers(string version, int status)
    {
        var plugin = Wat.Plugin(
            Wat.ResponseHeaders("(if (local.get $end) (then (call $say 'end'))) (i32.const 0)"),
            Wat.ResponseBody("unreachable"));
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                context.Response.StatusCode = status;
                await context.Response.StartAsync();
            },
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(["plugin-0: end"], server.PluginLog.Messages);
        Assert.Empty(server.Log.Records);
    }

    [Theory]
    [InlineData("1.1", false)]
    [InlineData("1.1", true)]
    [InlineData("2.0", false)]
    [InlineData("2.0", true)]
    public async Task A_completed_response_is_at_the_client_while_the_application_still_works(string version, bool watching)
    {
        var finish = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                await context.Response.WriteAsync("hello");
                await context.Response.CompleteAsync();
                await finish.Task;
            },
            watching ? Watching : Passive);

        using var response = await server.GetAsync(version);
        finish.SetResult();

        Assert.Equal("hello", await response.TextAsync());
    }

    [Fact]
    public async Task More_than_the_announced_length_is_an_error_of_the_application()
    {
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                context.Response.ContentLength = 3;
                await context.Response.WriteAsync("abc");
                await Assert.ThrowsAsync<InvalidOperationException>(
                    () => context.Response.WriteAsync("d", CancellationToken.None));
            },
            Watching);

        using var response = await server.GetAsync("1.1");

        Assert.Equal("abc", await response.TextAsync());
        Assert.Empty(server.Log.Records);
    }

    [Fact]
    public async Task The_response_has_started_for_the_application_when_plugins_have_seen_its_headers()
    {
        var started = new List<bool>();
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                started.Add(context.Response.HasStarted);
                await Apps.Hello(context);
                started.Add(context.Response.HasStarted);
                Assert.Throws<InvalidOperationException>(() => context.Response.OnStarting(() => Task.CompletedTask));
            },
            Watching);

        using var response = await server.GetAsync("1.1");

        Assert.Equal([false, true], started);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task The_application_reads_the_request_as_a_pipe(string version)
    {
        var plugin = Wat.Plugin(Wat.RequestBody("(i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                var result = await context.Request.BodyReader.ReadAtLeastAsync(9, TestContext.Current.CancellationToken);
                await context.Response.Body.WriteAsync(result.Buffer.First);
                context.Request.BodyReader.AdvanceTo(result.Buffer.End);
            },
            plugin);

        using var response = await server.PostAsync(version, new StringContent("some body"));

        Assert.Equal("some body", await response.TextAsync());
    }

    private static string CreateFile()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "hello file");
        return path;
    }
}
