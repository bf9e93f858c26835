using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>
/// Resuming, closing and answering streams. All of it takes effect after the guest call has returned.
/// </summary>
internal sealed class StreamCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.Add<int>("proxy_continue_stream", ContinueStream);
        registry.Add<int>("proxy_close_stream", CloseStream);
        registry.Add("proxy_continue_request", () => Continue(StreamType.HttpRequest));
        registry.Add("proxy_continue_response", () => Continue(StreamType.HttpResponse));
        registry.Add("proxy_clear_route_cache", ClearRouteCache);
        registry.Add<int, int, int, int, int, int, int, int>("proxy_send_local_response", SendLocalResponse);
    }

    private int ContinueStream(int stream) => (uint)stream switch
    {
        > (uint)StreamType.Upstream => (int)Status.BadArgument,
        (uint)StreamType.Upstream when !vm.Effective.CanContinueUpstream => (int)Status.Unimplemented,
        _ => Continue((StreamType)stream),
    };

    private int Continue(StreamType stream)
    {
        vm.Defer(DeferredAction.Continue(vm.Effective, stream));
        return (int)Status.Ok;
    }

    private int CloseStream(int stream)
    {
        if ((uint)stream > (uint)StreamType.Upstream)
        {
            return (int)Status.BadArgument;
        }

        vm.Defer(DeferredAction.Close(vm.Effective, (StreamType)stream));
        return (int)Status.Ok;
    }

    private int ClearRouteCache()
    {
        vm.Effective.ClearRouteCache();
        return (int)Status.Ok;
    }

    private int SendLocalResponse(
        int statusCode, int details, int detailsSize, int body, int bodySize, int pairs, int pairsSize, int grpcStatus)
    {
        if (!vm.Memory.TryView(details, detailsSize, out var detailsText)
            || !vm.Memory.TryView(body, bodySize, out var bodyBytes)
            || !vm.Memory.TryView(pairs, pairsSize, out var pairBytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (statusCode is < 200 or > 599)
        {
            // Guests stop on any status but Ok here, so the mistake is answered to the client and told to the operator.
            vm.Log.Write(LogLevel.Error, $"local response with status {statusCode}: not in 200..599, sending 500");
            statusCode = 500;
        }

        var response = new LocalResponse
        {
            StatusCode = statusCode,
            Details = Encoding.UTF8.GetString(detailsText),
            Body = bodyBytes.ToArray(),
            Headers = ReadHeaders(pairBytes),
            GrpcStatus = grpcStatus is >= 0 and <= 16 ? grpcStatus : -1,
        };
        vm.Effective.AnnounceLocalResponse();
        vm.Defer(DeferredAction.Respond(vm.Effective, response));
        return (int)Status.Ok;
    }

    private List<HeaderField> ReadHeaders(ReadOnlySpan<byte> pairs)
    {
        var headers = new List<HeaderField>();
        if (!HeaderPairsReader.TryCreate(pairs, out var reader, out var error))
        {
            vm.Log.Write(LogLevel.Error, $"local response: its headers are malformed ({error}) and are left out");
            return headers;
        }

        while (reader.MoveNext())
        {
            if (!GuestHeaders.TryRead(vm, reader.Name, reader.Value, HeaderMapKind.Trailers, out var field))
            {
                continue;
            }

            headers.Add(field);
        }

        return headers;
    }
}
