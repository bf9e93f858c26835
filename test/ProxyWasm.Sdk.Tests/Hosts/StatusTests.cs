using System.Reflection;
using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Calls;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Metrics;
using ProxyWasm.Sdk.Shared;

namespace ProxyWasm.Sdk.Tests.Hosts;

/// <summary>Every host function answers every status, even such as do not exist, with and without false values.</summary>
public sealed class StatusTests
{
    // What the SDK has no use for.
    private static readonly string[] Unused = [nameof(HostFunctions.GetBufferStatus), nameof(HostFunctions.SetHeaderMapPairs)];

    public static TheoryData<string> Functions => [.. typeof(HostFunctions)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Select(method => method.Name)
        .Except(Unused)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void No_status_leaves_the_SDK_as_an_exception(string function)
    {
        Status[] statuses = [.. Enum.GetValues<Status>(), (Status)13, (Status)77, (Status)(-1), (Status)int.MinValue];
        foreach (var status in statuses)
        {
            foreach (var lies in new[] { false, true })
            {
                var rig = new Rig(() => new Everything());
                rig.Host.Answer(function, status, lies);

                UseEverything(rig);

                Assert.Contains(function, rig.Host.Calls);
                Assert.DoesNotContain(rig.Host.Logs, log => log.Contains("unhandled", StringComparison.Ordinal));
            }
        }
    }

    private static void UseEverything(Rig rig)
    {
        rig.Host.Buffers[BufferType.PluginConfiguration] = "{}"u8.ToArray();
        rig.Instance.OnVmStart(Rig.Root, 2);
        rig.Instance.OnConfigure(Rig.Root, 2);
        var stream = rig.Open();
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, 3, 0));
        rig.At(stream, host => host.OnRequestBodyAsync(stream, 5, 1));
        foreach (var call in rig.Host.HttpCalls.ToArray())
        {
            rig.Reply(call.Id, 200, "body");
        }

        foreach (var call in rig.Host.GrpcCalls.ToArray())
        {
            if (call.Method == "receive")
            {
                rig.Instance.OnGrpcReceive(Rig.Root, call.Id, 3);
            }

            rig.Instance.OnGrpcClose(Rig.Root, call.Id, 2);
        }

        rig.Tick(10);
        rig.At(stream, host => host.OnResponseHeadersAsync(stream, 3, 1));
        rig.At(stream, host => host.OnDone(stream));
        rig.Instance.OnLog(stream);
        rig.Instance.OnDelete(stream);
        rig.Instance.OnDone(Rig.Root);
        rig.Instance.OnDelete(Rig.Root);
    }

    /// <summary>Calls every function that there is.</summary>
    private sealed class Everything : HttpFilter
    {
        private static readonly Counter Requests = new("requests");
        private static readonly Gauge Open = new("open");
        private static readonly Histogram Sizes = new("sizes");

        protected internal override async FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream)
        {
            headers.TryGet("a"u8, out _);
            headers.Set("a", "b");
            headers.Add("a", "c");
            headers.Remove("a");
            foreach (var header in headers)
            {
                _ = header.ToString();
            }

            Requests.Add();
            Open.Set(1);
            _ = Open.Value;
            Sizes.Record(5);
            SharedData.TryGet("key", out _);
            SharedData.Set("key", "value"u8);
            SharedData.Update("key", old => [.. old, 1]);
            SharedQueue.TryRegister("queue", out var queue);
            SharedQueue.TryFind("", "queue", out _);
            queue.Enqueue("job"u8);
            queue.TryDequeue(out _);
            Properties.Set("my.path", "x"u8);
            _ = Properties.SourceAddress;
            _ = Properties.ResponseCode;
            ForeignFunctions.Call("f", "x"u8, out _);
            Log.Info($"at {Clock.UtcNow.Year}");
            var http = Upstream.SendAsync(new HttpRequest("a"));
            var grpc = Upstream.CallGrpcAsync("a", "b", "receive", "d"u8);
            var closed = Upstream.CallGrpcAsync("a", "b", "close", "d"u8);
            var cancelled = Upstream.CallGrpcAsync(
                "a", "b", "c", "d"u8, null, null, new CancellationToken(canceled: true));
            await Clock.Delay(TimeSpan.FromMilliseconds(5));
            Assert.NotNull(await http);
            Assert.NotNull(await grpc);
            Assert.NotNull(await closed);
            Assert.True(cancelled.IsCompleted);
        }

        protected internal override FilterAction OnRequestBody(Body body)
        {
            body.ReadText();
            body.Replace("other");
            body.Append("more"u8);
            return FilterAction.Pause;
        }

        protected internal override async FilterTask OnResponseHeadersAsync(ResponseHeaders headers, bool endOfStream)
        {
            headers.Status = 204;
            _ = headers.Status;
            ContinueRequest();
            Respond(500, "no", new HeaderList { { "a", "b" } });
            RespondGrpc(GrpcStatus.Internal);
            Reset();
            _ = Upstream.CallGrpcAsync("a", "b", "c", "d"u8);
            ((ScriptedPlugin)Owner).Done();
            await Clock.Delay(TimeSpan.FromMinutes(1), Ended);
        }
    }
}
