using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>
/// Local responses, legal in three phases. Resuming and closing streams has no effect: nothing is held.
/// </summary>
internal sealed class SuiteStreamCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.Add<int>("proxy_continue_stream", static _ => (int)Status.Ok);
        registry.Add<int>("proxy_close_stream", static _ => (int)Status.Ok);
        registry.Add("proxy_continue_request", static () => (int)Status.Ok);
        registry.Add("proxy_continue_response", static () => (int)Status.Ok);
        registry.Add("proxy_clear_route_cache", static () => (int)Status.Ok);
        registry.Add<int, int, int, int, int, int, int, int>("proxy_send_local_response", SendLocalResponse);
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

        if (vm.Effective is not SuiteStream
            {
                Phase: SuitePhase.RequestHeaders or SuitePhase.RequestBody or SuitePhase.ResponseHeaders
            } stream
            || !HeaderPairsReader.TryCreate(pairBytes, out var reader, out _))
        {
            return (int)Status.BadArgument;
        }

        var headers = new List<HeaderField>();
        while (reader.MoveNext())
        {
            headers.Add(new HeaderField(
                Encoding.Latin1.GetString(reader.Name), Encoding.Latin1.GetString(reader.Value)));
        }

        stream.Response = new LocalResponse
        {
            StatusCode = statusCode,
            Details = Encoding.UTF8.GetString(detailsText),
            Body = bodyBytes.ToArray(),
            Headers = headers,
            GrpcStatus = grpcStatus,
        };
        return (int)Status.Ok;
    }
}
