using ProxyWasm.Host;
using ProxyWasm.Host.Http;
using Wildgate.Bench.Plugins;

namespace Wildgate.Bench.Micro;

/// <summary>What crossing the boundary between host and guest costs, in process and without a network.</summary>
internal sealed class HostBenchmark
{
    private const int CallsPerStream = 1000;

    private const string Empty = """
        (module
          (memory (export "memory") 1)
          (func (export "proxy_abi_version_0_2_1"))
          (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 1024)))
        """;

    private const string Callbacks = """
        (module
          (memory (export "memory") 1)
          (func (export "proxy_abi_version_0_2_1"))
          (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 1024))
          (func (export "proxy_on_context_create") (param i32 i32))
          (func (export "proxy_on_request_headers") (param i32 i32 i32) (result i32) (i32.const 0))
          (func (export "proxy_on_response_headers") (param i32 i32 i32) (result i32) (i32.const 0))
          (func (export "proxy_on_log") (param i32))
          (func (export "proxy_on_done") (param i32) (result i32) (i32.const 1))
          (func (export "proxy_on_delete") (param i32)))
        """;

    public static async Task<IReadOnlyList<MicroResult>> RunAsync(Action<string> progress)
    {
        await using var host = new PluginHost(new PluginHostOptions { Workers = 1 });
        var results = new List<MicroResult>();
        progress("streams");
        results.Add(Stream("stream through an empty chain", host.CreateHttpChain()));
        var empty = await LoadAsync(host, "empty", host.ConvertText(Empty));
        results.Add(Stream("stream, plugin without callbacks", empty));
        var callbacks = await LoadAsync(host, "callbacks", host.ConvertText(Callbacks));
        results.Add(Stream("stream, plugin with 6 callbacks that do nothing", callbacks));
        results.Add(PerCall("host -> guest call (derived)", results[2], results[1], 6));
        results.Add(Stream("stream, plugin that sets a header each way", await LoadAsync(host, "mark", "mark.wat")));

        progress("calls");
        var calls = new BenchStream(await LoadAsync(host, "calls", "calls.wat"));
        var loop = MicroTimer.Measure("", CallsPerStream, () => calls.RunRequest(5));
        results.Add(Call("guest -> host: proxy_get_log_level", calls, 1, loop));
        results.Add(Call("guest -> host: proxy_get_current_time_nanoseconds", calls, 2, loop));
        results.Add(Call("guest -> host: proxy_get_header_map_value (:path)", calls, 3, loop));
        results.Add(Call("guest -> host: proxy_replace_header_map_value", calls, 4, loop));
        return results;
    }

    private static async Task<HttpFilterChain> LoadAsync(PluginHost host, string name, byte[] code) =>
        host.CreateHttpChain(await host.LoadAsync(new PluginOptions { Name = name, Code = code }));

    private static Task<HttpFilterChain> LoadAsync(PluginHost host, string name, string resource) =>
        LoadAsync(host, name, PluginResource.Read(host, resource));

    private static MicroResult Stream(string name, HttpFilterChain chain)
    {
        var stream = new BenchStream(chain);
        return MicroTimer.Measure(name, 1, stream.RunWhole);
    }

    // A loop without a host call is taken off, so that the call alone remains.
    private static MicroResult Call(string name, BenchStream stream, int kind, MicroResult loop)
    {
        var measured = MicroTimer.Measure(name, CallsPerStream, () => stream.RunRequest(kind));
        return measured with
        {
            Nanoseconds = measured.Nanoseconds - loop.Nanoseconds,
            Fastest = measured.Fastest - loop.Fastest,
        };
    }

    private static MicroResult PerCall(string name, MicroResult with, MicroResult without, int calls) => new(
        name,
        (with.Nanoseconds - without.Nanoseconds) / calls,
        (with.Fastest - without.Fastest) / calls,
        (with.Bytes - without.Bytes) / calls);
}
