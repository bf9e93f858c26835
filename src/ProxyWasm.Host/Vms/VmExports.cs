using ProxyWasm.Abi;
using ProxyWasm.Host.Engines;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// The guest's callbacks, looked up once per virtual machine. A callback that the module lacks, or that the capability
/// list withholds, is null.
/// </summary>
internal sealed class VmExports
{
    public VmExports(WasmInstance instance, AbiVersion version, string allocator, IReadOnlySet<string> allowed)
    {
        bool Allowed(string name) => allowed.Count == 0 || allowed.Contains(name);
        Action<int>? Action1(string name) => Allowed(name) ? instance.GetAction<int>(name) : null;
        Action<int, int>? Action2(string name) => Allowed(name) ? instance.GetAction<int, int>(name) : null;
        Action<int, int, int>? Action3(string name) =>
            Allowed(name) ? instance.GetAction<int, int, int>(name) : null;
        Func<int, int>? Func1(string name) => Allowed(name) ? instance.GetFunc<int, int>(name) : null;
        Func<int, int, int>? Func2(string name) => Allowed(name) ? instance.GetFunc<int, int, int>(name) : null;
        Func<int, int, int, int>? Func3(string name) =>
            Allowed(name) ? instance.GetFunc<int, int, int, int>(name) : null;

        Func<int, int, int, int>? Headers(string name)
        {
            if (version != AbiVersion.V0_1_0)
            {
                return Func3(name);
            }

            return Func2(name) is { } withoutEnd ? (context, count, _) => withoutEnd(context, count) : null;
        }

        Allocate = instance.GetFunc<int, int>(allocator)
            ?? throw new EngineException($"the allocator `{allocator}` is not a function");
        OnContextCreate = Action2("proxy_on_context_create");
        OnVmStart = Func2("proxy_on_vm_start");
        OnConfigure = Func2("proxy_on_configure");
        OnQueueReady = Action2("proxy_on_queue_ready");
        OnTick = Action1("proxy_on_tick");
        OnDone = Func1("proxy_on_done");
        OnLog = Action1("proxy_on_log");
        OnDelete = Action1("proxy_on_delete");
        OnHttpCallResponse = Allowed("proxy_on_http_call_response")
            ? instance.GetAction<int, int, int, int, int>("proxy_on_http_call_response")
            : null;
        OnGrpcInitialMetadata = Action3("proxy_on_grpc_receive_initial_metadata");
        OnGrpcReceive = Action3("proxy_on_grpc_receive");
        OnGrpcTrailingMetadata = Action3("proxy_on_grpc_receive_trailing_metadata");
        OnGrpcClose = Action3("proxy_on_grpc_close");
        OnResolveDns = instance.GetAction<int, int, int>("envoy_on_resolve_dns");
        OnRequestHeaders = Headers("proxy_on_request_headers");
        OnRequestBody = Func3("proxy_on_request_body");
        OnRequestTrailers = Func2("proxy_on_request_trailers");
        OnResponseHeaders = Headers("proxy_on_response_headers");
        OnResponseBody = Func3("proxy_on_response_body");
        OnResponseTrailers = Func2("proxy_on_response_trailers");
        OnNewConnection = Func1("proxy_on_new_connection");
        OnDownstreamData = Func3("proxy_on_downstream_data");
        OnUpstreamData = Func3("proxy_on_upstream_data");
        OnDownstreamConnectionClose = Action2("proxy_on_downstream_connection_close");
        OnUpstreamConnectionClose = Action2("proxy_on_upstream_connection_close");
    }

    public Func<int, int> Allocate { get; }

    public Action<int, int>? OnContextCreate { get; }

    public Func<int, int, int>? OnVmStart { get; }

    public Func<int, int, int>? OnConfigure { get; }

    public Action<int, int>? OnQueueReady { get; }

    public Action<int>? OnTick { get; }

    public Func<int, int>? OnDone { get; }

    public Action<int>? OnLog { get; }

    public Action<int>? OnDelete { get; }

    public Action<int, int, int, int, int>? OnHttpCallResponse { get; }

    public Action<int, int, int>? OnGrpcInitialMetadata { get; }

    public Action<int, int, int>? OnGrpcReceive { get; }

    public Action<int, int, int>? OnGrpcTrailingMetadata { get; }

    public Action<int, int, int>? OnGrpcClose { get; }

    /// <summary>An extension of Envoy's, which capability lists do not know.</summary>
    public Action<int, int, int>? OnResolveDns { get; }

    public Func<int, int, int, int>? OnRequestHeaders { get; }

    public Func<int, int, int, int>? OnRequestBody { get; }

    public Func<int, int, int>? OnRequestTrailers { get; }

    public Func<int, int, int, int>? OnResponseHeaders { get; }

    public Func<int, int, int, int>? OnResponseBody { get; }

    public Func<int, int, int>? OnResponseTrailers { get; }

    public Func<int, int>? OnNewConnection { get; }

    public Func<int, int, int, int>? OnDownstreamData { get; }

    public Func<int, int, int, int>? OnUpstreamData { get; }

    public Action<int, int>? OnDownstreamConnectionClose { get; }

    public Action<int, int>? OnUpstreamConnectionClose { get; }
}
