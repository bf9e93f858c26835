using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Tests.Hosts;

namespace ProxyWasm.Sdk.Tests.Awaiting;

/// <summary>What comes while a filter waits is held, and no byte passes that no method has seen.</summary>
public sealed class HeldEventTests
{
    [Fact]
    public void A_body_that_comes_while_the_headers_wait_is_seen_before_it_passes()
    {
        var filter = new ScriptedFilter { AtRequestHeaders = static (_, _) => DelayAsync() };
        var rig = new Rig(() => filter);
        var stream = rig.Open();

        Assert.Equal(FilterAction.Pause, rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 0)));
        Assert.Equal(FilterAction.Pause, rig.At(stream, host => host.OnRequestBodyAsync(stream, 3, 0)));
        Assert.Equal(FilterAction.Pause, rig.At(stream, host => host.OnRequestBodyAsync(stream, 5, 0)));
        Assert.Equal(FilterAction.Pause, rig.At(stream, host => host.OnRequestTrailersAsync(stream, 1)));
        rig.Tick(10);

        Assert.Equal(["headers", "body 5, end", "trailers"], filter.Seen);
        Assert.Equal([(stream, StreamType.HttpRequest)], rig.Host.Continued);
    }

    [Fact]
    public void A_part_that_comes_while_another_waits_is_not_passed_over()
    {
        var filter = new ScriptedFilter { AtRequestBody = static (_, _) => DelayAsync() };
        var rig = new Rig(() => filter);
        var stream = Begin(rig);

        rig.At(stream, host => host.OnRequestBodyAsync(stream, 3, 0));
        rig.At(stream, host => host.OnRequestBodyAsync(stream, 6, 1));
        rig.Tick(10);
        Assert.Empty(rig.Host.Continued);
        rig.Tick(10);

        Assert.Equal(["headers", "body 3", "body 6, end"], filter.Seen);
        Assert.Equal([(stream, StreamType.HttpRequest)], rig.Host.Continued);
    }

    [Fact]
    public void A_part_that_the_method_has_read_after_its_wait_does_not_come_again()
    {
        var read = "";
        var filter = new ScriptedFilter
        {
            AtRequestBody = async (_, body) =>
            {
                await DelayAsync();
                read += body.ReadText();
            },
        };
        var rig = new Rig(() => filter);
        var stream = Begin(rig);
        rig.At(stream, host => host.OnRequestBodyAsync(stream, 3, 0));
        rig.Host.Buffers[BufferType.HttpRequestBody] = "abcdef"u8.ToArray();
        rig.At(stream, host => host.OnRequestBodyAsync(stream, 6, 1));

        rig.Tick(10);

        Assert.Equal("abcdef", read);
        Assert.Equal([(stream, StreamType.HttpRequest)], rig.Host.Continued);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_whole_body_ends_with_its_last_part_or_with_trailers(bool hasTrailers)
    {
        var filter = new ScriptedFilter
        {
            AtRequestBody = async (filter, body) => filter.Seen.Add($"whole {(await body.WhenComplete()).Length}"),
        };
        var rig = new Rig(() => filter);
        var stream = Begin(rig);

        Assert.Equal(FilterAction.Pause, rig.At(stream, host => host.OnRequestBodyAsync(stream, 3, 0)));
        Assert.Equal(FilterAction.Pause, rig.At(stream, host => host.OnRequestBodyAsync(stream, 5, 0)));
        var last = hasTrailers
            ? rig.At(stream, host => host.OnRequestTrailersAsync(stream, 1))
            : rig.At(stream, host => host.OnRequestBodyAsync(stream, 9, 1));

        Assert.Equal(FilterAction.Continue, last);
        Assert.Equal(
            hasTrailers ? ["headers", "body 3", "whole 5", "trailers"] : ["headers", "body 3", "whole 9"], filter.Seen);
        Assert.Empty(rig.Host.Continued);
    }

    [Fact]
    public void A_body_that_is_larger_than_the_host_holds_ends_with_its_stream()
    {
        var ended = "";
        var filter = new ScriptedFilter
        {
            AtRequestBody = async (_, body) =>
            {
                try
                {
                    await body.WhenComplete();
                }
                catch (OperationCanceledException exception)
                {
                    ended = exception.Message;
                }
            },
        };
        var rig = new Rig(() => filter);
        var stream = Begin(rig);
        rig.At(stream, host => host.OnRequestBodyAsync(stream, 1_000_000, 0));

        // The host answers 413 by itself: the response passes the filter, and the stream ends.
        Assert.Equal(FilterAction.Continue, rig.At(stream, host => host.OnResponseHeadersAsync(stream, 1, 0)));
        rig.Instance.OnLog(stream);
        rig.Instance.OnDelete(stream);

        Assert.Equal("The stream has ended.", ended);
        Assert.Equal(["headers", "body 1000000", "response headers", "log"], filter.Seen);
        Assert.Empty(rig.Host.Logs);
    }

    [Fact]
    public void Only_one_can_wait_for_a_body()
    {
        var filter = new ScriptedFilter
        {
            AtRequestBody = async (_, body) =>
            {
                var first = body.WhenComplete();
                Assert.Throws<InvalidOperationException>(() => body.WhenComplete());
                await first;
            },
        };
        var rig = new Rig(() => filter);
        var stream = Begin(rig);
        rig.At(stream, host => host.OnRequestBodyAsync(stream, 3, 0));

        Assert.Equal(FilterAction.Continue, rig.At(stream, host => host.OnRequestBodyAsync(stream, 5, 1)));
        Assert.Empty(rig.Host.Logs);
    }

    [Fact]
    public void Trailers_are_awaited()
    {
        var filter = new ScriptedFilter
        {
            AtRequestTrailers = async (_, trailers) =>
            {
                await DelayAsync();
                trailers.Set("x-checked", "yes");
            },
        };
        var rig = new Rig(() => filter);
        var stream = Begin(rig);

        Assert.Equal(FilterAction.Pause, rig.At(stream, host => host.OnRequestTrailersAsync(stream, 1)));
        rig.Tick(10);

        Assert.Equal([("x-checked", "yes")], rig.Host.Headers[MapType.HttpRequestTrailers]);
        Assert.Equal([(stream, StreamType.HttpRequest)], rig.Host.Continued);
    }

    [Fact]
    public void After_an_answer_of_its_own_nothing_held_is_brought()
    {
        var filter = new ScriptedFilter
        {
            AtRequestHeaders = async (filter, _) =>
            {
                await DelayAsync();
                filter.Answer(403, "no");
            },
        };
        var rig = new Rig(() => filter);
        var stream = rig.Open();
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 0));
        rig.At(stream, host => host.OnRequestBodyAsync(stream, 3, 1));

        rig.Tick(10);

        Assert.Equal(["headers"], filter.Seen);
        Assert.Equal([(stream, 403, "no")], rig.Host.Responses);
        Assert.Empty(rig.Host.Continued);
    }

    private static async FilterTask DelayAsync() => await Clock.Delay(TimeSpan.FromMilliseconds(10));

    private static int Begin(Rig rig)
    {
        var stream = rig.Open();
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 0));
        return stream;
    }
}
