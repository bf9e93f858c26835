using ProxyWasm.Abi;
using ProxyWasm.Sdk.Calls;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Tests.Hosts;

/// <summary>A host that calls what it must not, when it must not, with numbers that are not so.</summary>
public sealed class CallbackTests
{
    [Fact]
    public void Callbacks_of_contexts_that_are_not_known_are_ignored()
    {
        var rig = new Rig(() => new ScriptedFilter());
        foreach (var context in new[] { 0, 99, -1, int.MinValue, int.MaxValue })
        {
            CallEverything(rig.Instance, context);
            rig.Instance.OnContextCreate(context - 7, 55);
        }

        Assert.Empty(rig.Host.Calls);
    }

    [Fact]
    public void A_start_of_a_context_that_is_not_known_refuses_nothing()
    {
        var rig = new Rig(new ScriptedPlugin { Configure = _ => false });

        Assert.Equal(1, rig.Instance.OnVmStart(99, 0));
        Assert.Equal(1, rig.Instance.OnConfigure(99, 0));
        Assert.Equal(0, rig.Instance.OnConfigure(Rig.Root, 0));
    }

    [Fact]
    public void A_plugin_that_cannot_be_made_does_not_start()
    {
        var host = new FakeHost();
        var instance = new PluginInstance(new OnePlugin(() => throw new InvalidOperationException("on purpose")), host);

        instance.OnContextCreate(5, 0);

        Assert.Equal((0, 0), (instance.OnVmStart(5, 0), instance.OnConfigure(5, 0)));
        Assert.StartsWith(
            "Error: unhandled exception in a new context: System.InvalidOperationException: on purpose\n",
            Assert.Single(host.Logs));
    }

    [Fact]
    public void Callbacks_of_another_kind_are_ignored()
    {
        var rig = new Rig(() => new ScriptedFilter());
        var stream = rig.Open();

        Assert.Equal(0, rig.Instance.OnRequestHeadersAsync(Rig.Root, 1, 0));
        Assert.Equal(0, rig.Instance.OnNewConnection(stream));
        Assert.Equal(1, rig.Instance.OnConfigure(stream, 0));
        rig.Instance.OnTick(stream);
        rig.Instance.OnQueueReady(stream, 1);
        rig.Instance.OnContextCreate(77, stream);
        Assert.Equal(0, rig.Instance.OnRequestHeadersAsync(77, 1, 0));
        Assert.Empty(rig.Host.Logs);
    }

    [Fact]
    public void Events_in_a_wrong_order_reach_the_filter_as_they_come()
    {
        var filter = new ScriptedFilter();
        var rig = new Rig(() => filter);
        var stream = rig.Open();

        rig.At(stream, host => host.OnRequestTrailersAsync(stream, 0));
        rig.At(stream, host => host.OnRequestBodyAsync(stream, -5, 1));
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, int.MaxValue, 7));
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 0));
        rig.Instance.OnLog(stream);
        rig.Instance.OnLog(stream);

        Assert.Equal(["trailers", "body -5, end", "headers, end", "headers", "log", "log"], filter.Seen);
    }

    [Fact]
    public void A_number_that_comes_again_ends_what_had_it()
    {
        var ended = 0;
        var rig = new Rig(() => new ScriptedFilter
        {
            AtRequestHeaders = async (filter, _) =>
            {
                filter.Ended.Register(() => ended++);
                await Clock.Delay(TimeSpan.FromMinutes(1));
            },
        });
        var stream = rig.Open();
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 1));

        rig.Instance.OnContextCreate(stream, Rig.Root);

        Assert.Equal(1, ended);
        Assert.Equal(FilterAction.Pause, rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 1)));
    }

    [Theory]
    [InlineData(1, 4, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    [InlineData(-1, -1, true)]
    [InlineData(0, 4, true)]
    public void Lengths_of_an_answer_need_not_be_so(int headers, int body, bool isMissing)
    {
        HttpResponse? response = null;
        var rig = new Rig(() => new ScriptedFilter
        {
            AtRequestHeaders = async (_, _) => response = await Upstream.SendAsync(new HttpRequest("a")),
        });
        var stream = rig.Open();
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 1));
        rig.Host.Headers[MapType.HttpCallResponseHeaders] = isMissing ? [] : [(":status", "200")];
        rig.Host.Buffers[BufferType.HttpCallResponseBody] = "text"u8.ToArray();

        rig.Instance.OnHttpCallResponse(Rig.Root, rig.Host.HttpCalls[0].Id, headers, body, -3);

        Assert.Equal(isMissing ? CallError.Failed : CallError.None, response!.Error);
        Assert.Equal(isMissing ? "" : "text", response.BodyText);
    }

    [Fact]
    public void A_map_that_is_no_map_is_an_answer_that_failed()
    {
        foreach (byte[] bytes in new byte[][] { [], [1], [255, 255, 255, 255], [1, 0, 0, 0, 255, 255, 255, 127, 1, 0, 0, 0] })
        {
            HttpResponse? response = null;
            var rig = new Rig(() => new ScriptedFilter
            {
                AtRequestHeaders = async (_, headers) =>
                {
                    foreach (var header in headers)
                    {
                        Assert.Fail($"there is no header {header.ToString()}");
                    }

                    response = await Upstream.SendAsync(new HttpRequest("a"));
                },
            });
            rig.Host.SerializedHeaders[MapType.HttpRequestHeaders] = bytes;
            rig.Host.SerializedHeaders[MapType.HttpCallResponseHeaders] = bytes;
            var stream = rig.Open();
            rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 1));

            rig.Instance.OnHttpCallResponse(Rig.Root, rig.Host.HttpCalls[0].Id, 1, 0, 1);

            Assert.Equal((CallError.Failed, 0), (response!.Error, response.Status));
            Assert.Empty(rig.Host.Logs);
        }
    }

    [Fact]
    public void An_exception_of_every_callback_is_told_and_goes_no_further()
    {
        var rig = new Rig(new ScriptedPlugin
        {
            Configure = _ => throw new InvalidOperationException("configure"),
            Ticked = () => throw new InvalidOperationException("tick"),
            Queue = _ => throw new InvalidOperationException("queue"),
            Shutdown = () => throw new InvalidOperationException("shutdown"),
            Http = () => throw new InvalidOperationException("stream"),
        });
        ((ScriptedPlugin)rig.Plugin).Every(TimeSpan.FromSeconds(1));

        Assert.Equal(0, rig.Instance.OnConfigure(Rig.Root, 0));
        rig.Instance.OnTick(Rig.Root);
        rig.Instance.OnQueueReady(Rig.Root, 1);
        rig.Open();
        Assert.Equal(1, rig.Instance.OnDone(Rig.Root));

        Assert.Equal(
            ["configure", "tick", "queue", "stream", "shutdown"], rig.Host.Logs.Select(FirstLineEnd));
    }

    // Before the stack trace, which there is natively.
    private static string FirstLineEnd(string log) => log.Split('\n')[0].Split(' ')[^1];

    private static void CallEverything(PluginInstance instance, int context)
    {
        Assert.Equal(1, instance.OnVmStart(context, 5));
        Assert.Equal(1, instance.OnConfigure(context, 5));
        Assert.Equal(0, instance.OnRequestHeaders(context, 1, 1));
        Assert.Equal(0, instance.OnRequestBody(context, 1, 1));
        Assert.Equal(0, instance.OnRequestTrailers(context, 1));
        Assert.Equal(0, instance.OnResponseHeaders(context, 1, 1));
        Assert.Equal(0, instance.OnResponseBody(context, 1, 1));
        Assert.Equal(0, instance.OnResponseTrailers(context, 1));
        Assert.Equal(0, instance.OnRequestHeadersAsync(context, 1, 1));
        Assert.Equal(0, instance.OnRequestBodyAsync(context, 1, 1));
        Assert.Equal(0, instance.OnRequestTrailersAsync(context, 1));
        Assert.Equal(0, instance.OnResponseHeadersAsync(context, 1, 1));
        Assert.Equal(0, instance.OnResponseBodyAsync(context, 1, 1));
        Assert.Equal(0, instance.OnResponseTrailersAsync(context, 1));
        Assert.Equal(0, instance.OnNewConnection(context));
        Assert.Equal(0, instance.OnNewConnectionAsync(context));
        Assert.Equal(0, instance.OnDownstreamData(context, 1, 1));
        Assert.Equal(0, instance.OnDownstreamDataAsync(context, 1, 1));
        Assert.Equal(0, instance.OnUpstreamData(context, 1, 1));
        Assert.Equal(0, instance.OnUpstreamDataAsync(context, 1, 1));
        Assert.Equal(1, instance.OnDone(context));
        instance.OnDownstreamConnectionClose(context, 9);
        instance.OnUpstreamConnectionClose(context, -1);
        instance.OnTick(context);
        instance.OnQueueReady(context, 1);
        instance.OnHttpCallResponse(context, 1, 1, 1, 1);
        instance.OnGrpcReceive(context, 1, 1);
        instance.OnGrpcClose(context, 1, 1);
        instance.OnLog(context);
        instance.OnDelete(context);
    }
}
