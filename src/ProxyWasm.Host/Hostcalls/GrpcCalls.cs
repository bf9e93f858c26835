using ProxyWasm.Abi;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Callouts.Grpc;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>gRPC calls and streams of plugins (sections 5.7 and 5.8 of the ABI reference).</summary>
internal sealed class GrpcCalls(Vm vm)
{
    private const string CallFunction = "proxy_grpc_call";
    private const string StreamFunction = "proxy_grpc_stream";

    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int, int, int, int, int, int, int, int, int, int>(CallFunction, Call);
        registry.Add<int, int, int, int, int, int, int, int, int>(StreamFunction, Stream);
        registry.Add<int, int, int, int>("proxy_grpc_send", Send);
        registry.Add<int>("proxy_grpc_close", Close);
        registry.Add<int>("proxy_grpc_cancel", Cancel);
    }

    private static CalloutKind? KindOf(int token) => (token & 3) switch
    {
        1 => CalloutKind.GrpcCall,
        2 => CalloutKind.GrpcStream,
        _ => null,
    };

    private int Call(
        int upstream,
        int upstreamSize,
        int service,
        int serviceSize,
        int method,
        int methodSize,
        int metadata,
        int metadataSize,
        int message,
        int messageSize,
        int timeoutMilliseconds,
        int tokenSlot)
    {
        if (!vm.Memory.TryView(message, messageSize, out var messageBytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var timeout = timeoutMilliseconds == 0
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(Math.Min((uint)timeoutMilliseconds, int.MaxValue));
        var target = new GrpcArguments(
            upstream, upstreamSize, service, serviceSize, method, methodSize, metadata, metadataSize, tokenSlot);
        var status = Prepare(CallFunction, target, timeout, out var root, out var upstreamName, out var headers);
        if (status != Status.Ok)
        {
            return (int)status;
        }

        if (messageBytes.Length > vm.Definition.Limits.CalloutBytes)
        {
            return Fail(CallFunction, $"the message is larger than {vm.Definition.Limits.CalloutBytes} bytes");
        }

        if (!vm.Callouts.Budget.TryTake(GrpcFrame.SizeOf(messageBytes)))
        {
            return Fail(CallFunction, "the calls under way hold too much memory");
        }

        var token = vm.Callouts.NextToken(CalloutKind.GrpcCall);
        vm.Callouts.Begin(new GrpcCallout(root!, token, upstreamName!, headers!, GrpcFrame.Of(messageBytes), timeout));
        vm.Memory.TryWriteUInt32(tokenSlot, (uint)token);
        return (int)Status.Ok;
    }

    private int Stream(
        int upstream,
        int upstreamSize,
        int service,
        int serviceSize,
        int method,
        int methodSize,
        int metadata,
        int metadataSize,
        int tokenSlot)
    {
        var target = new GrpcArguments(
            upstream, upstreamSize, service, serviceSize, method, methodSize, metadata, metadataSize, tokenSlot);
        var status = Prepare(
            StreamFunction, target, Timeout.InfiniteTimeSpan, out var root, out var upstreamName, out var headers);
        if (status != Status.Ok)
        {
            return (int)status;
        }

        var token = vm.Callouts.NextToken(CalloutKind.GrpcStream);
        vm.Callouts.Begin(new GrpcStreamCallout(root!, token, upstreamName!, headers!));
        vm.Memory.TryWriteUInt32(tokenSlot, (uint)token);
        return (int)Status.Ok;
    }

    private int Send(int token, int message, int messageSize, int end)
    {
        if (KindOf(token) != CalloutKind.GrpcStream)
        {
            return (int)Status.BadArgument;
        }

        if (!vm.Memory.TryView(message, messageSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (vm.Callouts.IsUnclosed(token))
        {
            // The peer has ended the stream: the message goes nowhere, which the plugin has heard or will hear.
            if (end != 0)
            {
                vm.Callouts.Close(token);
            }

            return (int)Status.Ok;
        }

        if (vm.Callouts.Find(token) is not GrpcStreamCallout stream)
        {
            return (int)Status.NotFound;
        }

        stream.Send(bytes, end != 0);
        return (int)Status.Ok;
    }

    private int Close(int token)
    {
        if (KindOf(token) is null)
        {
            return (int)Status.BadArgument;
        }

        switch (vm.Callouts.Find(token))
        {
            case GrpcStreamCallout stream:
                stream.EndSending();
                return (int)Status.Ok;
            case { } call:
                vm.Callouts.Cancel(call);
                return (int)Status.Ok;
            default:
                return (int)(vm.Callouts.Close(token) ? Status.Ok : Status.NotFound);
        }
    }

    private int Cancel(int token)
    {
        if (KindOf(token) is null)
        {
            return (int)Status.BadArgument;
        }

        if (vm.Callouts.Find(token) is { } call)
        {
            vm.Callouts.Cancel(call);
            return (int)Status.Ok;
        }

        return (int)(vm.Callouts.Close(token) ? Status.Ok : Status.NotFound);
    }

    private Status Prepare(
        string function,
        in GrpcArguments arguments,
        TimeSpan timeout,
        out RootContext? root,
        out string? cluster,
        out HeaderMap? headers)
    {
        root = vm.Effective.Root;
        cluster = null;
        headers = null;
        if (!vm.Memory.TryView(arguments.TokenSlot, sizeof(uint), out _)
            || !vm.Memory.TryView(arguments.Upstream, arguments.UpstreamSize, out var upstream)
            || !vm.Memory.TryView(arguments.Service, arguments.ServiceSize, out var service)
            || !vm.Memory.TryView(arguments.Method, arguments.MethodSize, out var method)
            || !vm.Memory.TryView(arguments.Metadata, arguments.MetadataSize, out var metadata))
        {
            return Status.InvalidMemoryAccess;
        }

        var target = GrpcTarget.Find(vm, upstream);
        if (target.State == CalloutClusterState.Unknown || root is null)
        {
            vm.Log.Write(LogLevel.Error, $"{function}: there is no cluster `{GuestText.Printable(upstream)}`");
            return Status.ParseFailure;
        }

        if (target.State == CalloutClusterState.Unavailable)
        {
            return (Status)Fail(function, $"cluster `{target.Cluster}` has no healthy upstream");
        }

        if (!vm.Callouts.Admits(root))
        {
            return (Status)Fail(function, $"{root.PendingCallouts} calls are under way, which is the limit");
        }

        cluster = target.Cluster;
        headers = GrpcHeaders.Make(
            target, service, method, CalloutHeaders.Read(vm, function, metadata, HeaderMapKind.Trailers), timeout);
        return Status.Ok;
    }

    private int Fail(string function, string reason)
    {
        vm.Log.Write(LogLevel.Error, $"{function}: {reason}");
        return (int)Status.InternalFailure;
    }
}
