using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Headers;

public sealed class RequestHeaderTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_plugin_adds_replaces_and_removes_request_headers(string version)
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders("""
            (drop (call $add (i32.const 0) 'x-new' 'one'))
            (drop (call $add (i32.const 0) 'x-new' 'two'))
            (drop (call $replace (i32.const 0) 'x-old' 'changed'))
            (drop (call $remove (i32.const 0) 'x-gone'))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        using var response = await server.GetAsync(version, "/", ("x-old", "a"), ("x-gone", "b"), ("x-kept", "c"));
        var text = await response.TextAsync();

        Assert.Contains("x-new: one|two\n", text, StringComparison.Ordinal);
        Assert.Contains("x-old: changed\n", text, StringComparison.Ordinal);
        Assert.Contains("x-kept: c\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("x-gone", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_plugin_changes_the_pseudo_headers_of_a_request(string version)
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders("""
            (drop (call $replace (i32.const 0) ':method' 'PUT'))
            (drop (call $replace (i32.const 0) ':path' '/b%2Fc/%41?d=%20e'))
            (drop (call $replace (i32.const 0) ':authority' 'other.test:81'))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        using var response = await server.GetAsync(version, "/a");
        var text = await response.TextAsync();

        Assert.StartsWith("PUT /b%2Fc/%41?d=%20e /b%2Fc/A|?d=%20e\n", text, StringComparison.Ordinal);
        Assert.Contains("host: other.test:81\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1", "[:authority][:method][:path][:scheme][x-a]")]
    [InlineData("2.0", "[:authority][:method][:path][:scheme][x-a]")]
    public async Task A_plugin_sees_pseudo_headers_and_no_host(string version, string expected)
    {
        // The number of headers that the callback is told counts pseudo headers.
        var plugin = Wat.Plugin(Wat.RequestHeaders("""
            (i32.store8 (i32.const 64) (i32.add (local.get $count) (i32.const 48)))
            (drop (call $add (i32.const 0) 'x-count' (i32.const 64) (i32.const 1)))
            (drop (call $request 'host'))
            (drop (call $add (i32.const 0) 'x-host' (call $at) (call $size)))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        using var response = await server.GetAsync(version, "/", ("x-a", "1"));
        var text = await response.TextAsync();

        var number = expected.Count(character => character == '[');
        Assert.Contains($"x-count: {number}\n", text, StringComparison.Ordinal);
        Assert.Contains("x-host: 127.0.0.1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Header_bytes_beyond_ascii_arrive_as_they_were_sent(string version)
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders("""
            (drop (call $request 'x-bytes'))
            (drop (call $add (i32.const 0) 'x-copy' (call $at) (call $size)))
            (drop (call $add (i32.const 0) 'x-made' '\fe\80'))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        using var response = await server.GetAsync(version, "/", ("x-bytes", "\u00c0\u00af"));
        var text = System.Text.Encoding.Latin1.GetString(
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Contains("x-bytes: \u00c0\u00af\n", text, StringComparison.Ordinal);
        Assert.Contains("x-copy: \u00c0\u00af\n", text, StringComparison.Ordinal);
        Assert.Contains("x-made: \u00fe\u0080\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a%2Fb?x=%20", "/a%2Fb?x=%20")]
    [InlineData("//double", "//double")]
    [InlineData("/a/../b", "/a/../b")]
    [InlineData("http://example.test/abs%2Fx?y", "/abs%2Fx?y")]
    [InlineData("http://example.test", "/")]
    public async Task A_plugin_sees_the_target_as_the_client_wrote_it(string target, string expected)
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders("""
            (drop (call $request ':path'))
            (call $say (call $at) (call $size))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        await server.ExchangeRawAsync($"GET {target} HTTP/1.1\r\nHost: example.test\r\nConnection: close\r\n\r\n");

        Assert.Equal([$"plugin-0: {expected}"], server.PluginLog.Messages);
    }

    [Theory]
    [InlineData("(drop (call $remove (i32.const 0) ':path'))")]
    [InlineData("(drop (call $remove (i32.const 0) ':method'))")]
    [InlineData("(drop (call $remove (i32.const 0) ':authority'))")]
    [InlineData("(drop (call $set_pairs (i32.const 0) 'PAIRS'))")]
    public async Task A_request_without_a_required_pseudo_header_is_answered_503(string change)
    {
        change = change.Replace("'PAIRS'", Wat.Pairs(("x-a", "1"), ("x-b", "2")), StringComparison.Ordinal);
        var plugin = Wat.Plugin(Wat.RequestHeaders($"{change} (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var response = await server.GetAsync("1.1");

        Assert.Equal(503, (int)response.StatusCode);
    }

    [Fact]
    public async Task Setting_all_headers_leaves_exactly_these()
    {
        var pairs = Wat.Pairs((":method", "GET"), (":path", "/p"), (":authority", "h"), (":scheme", "http"), ("x-a", "1"));
        var plugin = Wat.Plugin(Wat.RequestHeaders($"(drop (call $set_pairs (i32.const 0) {pairs})) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        using var response = await server.GetAsync("1.1", "/", ("x-old", "1"));

        Assert.Equal("GET /p /p|\nhost: h\nx-a: 1\n\n", await response.TextAsync());
    }

    [Theory]
    [InlineData(":method", "BAD METHOD")]
    [InlineData(":method", "")]
    [InlineData(":path", "/a b")]
    [InlineData(":path", "")]
    [InlineData(":authority", "bad host")]
    [InlineData("content-length", "many")]
    [InlineData("content-length", "-1")]
    public async Task What_a_plugin_makes_up_that_is_no_request_is_answered_503(string name, string value)
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders(
            $"(drop (call $replace (i32.const 0) '{name}' '{value}')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        using var response = await server.GetAsync("1.1");

        Assert.Equal(503, (int)response.StatusCode);
        Assert.DoesNotContain(server.Log.Records, record => record.Contains("Exception", StringComparison.Ordinal));
    }
}
