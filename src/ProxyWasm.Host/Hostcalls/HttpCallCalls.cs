using ProxyWasm.Abi;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>HTTP calls of plugins, and the status of the last callout event (section 5 of the ABI reference).</summary>
internal sealed class HttpCallCalls(Vm vm)
{
    private const string Function = "proxy_http_call";
    private const string UrlsAreLimited =
        ", and its host is not among those that plugins may call by URL (AllowedUrlHosts, "
        + "`wildgate.allowed_url_hosts`)";

    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int, int, int, int, int, int, int, int>(Function, HttpCall);
        registry.Add<int, int, int>("proxy_get_status", GetStatus);
    }

    private int HttpCall(
        int upstream,
        int upstreamSize,
        int pairs,
        int pairsSize,
        int body,
        int bodySize,
        int trailers,
        int trailersSize,
        int timeoutMilliseconds,
        int tokenSlot)
    {
        // The slot holds 0 whenever no call was made.
        if (!vm.Memory.TryWriteUInt32(tokenSlot, 0)
            || !vm.Memory.TryView(upstream, upstreamSize, out var name)
            || !vm.Memory.TryView(pairs, pairsSize, out var headerBytes)
            || !vm.Memory.TryView(body, bodySize, out var bodyBytes)
            || !vm.Memory.TryView(trailers, trailersSize, out var trailerBytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (timeoutMilliseconds < 0 || vm.Effective.Root is not { } root)
        {
            return Reject($"the timeout {(uint)timeoutMilliseconds} ms is above {int.MaxValue}");
        }

        var cluster = vm.Text.ClusterName(name);
        var state = vm.Services.Transport.FindCluster(cluster);
        if (state == CalloutClusterState.Unknown)
        {
            return Reject($"there is no cluster `{GuestText.Printable(name)}`{(IsUrl(name) ? UrlsAreLimited : "")}");
        }

        var headers = CalloutHeaders.Read(vm, Function, headerBytes, HeaderMapKind.Request);
        if (CalloutHeaders.FindProblem(headers) is { } problem)
        {
            return Reject(problem);
        }

        if (state == CalloutClusterState.Unavailable)
        {
            return Fail($"cluster `{GuestText.Printable(name)}` has no healthy upstream");
        }

        if (!vm.Callouts.Admits(root))
        {
            return Fail($"{root.PendingCallouts} calls are under way, which is the limit");
        }

        if (!vm.Callouts.Budget.TryTake(bodyBytes.Length))
        {
            return Fail("the calls under way hold too much memory");
        }

        var timeout = timeoutMilliseconds == 0
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(timeoutMilliseconds);
        var request = new CalloutRequest
        {
            Cluster = cluster,
            Headers = headers,
            Body = bodyBytes.ToArray(),
            Trailers = CalloutHeaders.Read(vm, Function, trailerBytes, HeaderMapKind.Trailers),
            TimeLimit = timeout,
        };
        return Begin(root, request, tokenSlot);
    }

    private static bool IsUrl(ReadOnlySpan<byte> name) => name.StartsWith("https://"u8) || name.StartsWith("http://"u8);

    private int Begin(RootContext root, CalloutRequest request, int tokenSlot)
    {
        var token = vm.Callouts.NextToken(CalloutKind.Http);
        vm.Callouts.Begin(new HttpCallout(root, token, request));
        vm.Memory.TryWriteUInt32(tokenSlot, (uint)token);
        return (int)Status.Ok;
    }

    private int GetStatus(int codeSlot, int pointerSlot, int sizeSlot)
    {
        var view = vm.Effective.Root?.Callout;
        if (!vm.Memory.TryView(codeSlot, sizeof(uint), out _))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var status = vm.Guest.WriteLatin1(view?.StatusMessage ?? "", pointerSlot, sizeSlot);
        if (status == Status.Ok)
        {
            vm.Memory.TryWriteUInt32(codeSlot, (uint)(view?.StatusCode ?? 0));
        }

        return (int)status;
    }

    // Plugins only see a number: the reason goes to the log.
    private int Reject(string reason)
    {
        vm.Log.Write(LogLevel.Error, $"{Function}: {reason}");
        return (int)Status.BadArgument;
    }

    private int Fail(string reason)
    {
        vm.Log.Write(LogLevel.Error, $"{Function}: {reason}");
        return (int)Status.InternalFailure;
    }
}
