using System.Diagnostics;
using ProxyWasm.Host;
using ProxyWasm.Interop.Tests.Serving;

namespace ProxyWasm.Interop.Tests;

/// <summary>Many requests with large bodies, and nothing that grows.</summary>
public sealed class LoadTests
{
    private const int Requests = 10_000;
    private const int BodyBytes = 1024 * 1024;
    private const int Connections = 32;

    // Both ends, the gateway and two times ten gigabytes are in one process: the bound is for a leak, not for thrift.
    private const long MaxGrowthBytes = 300L * 1024 * 1024;

    private const string Watching = """
        (module
          (memory (export "memory") 1)
          (func (export "proxy_abi_version_0_2_1"))
          (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 0))
          (func (export "proxy_on_request_body") (param i32 i32 i32) (result i32) (i32.const 0))
          (func (export "proxy_on_response_body") (param i32 i32 i32) (result i32) (i32.const 0)))
        """;

    [Fact]
    public async Task Ten_thousand_streamed_megabytes_pass_and_memory_stays_flat()
    {
        await using var host = new PluginHost(new PluginHostOptions { Workers = 1 });
        await using var gateway = await TestGateway.StartAsync(TestGateway.Plugin("watching", host.ConvertText(Watching)));
        var body = new byte[BodyBytes];
        new Random(7).NextBytes(body);

        await SendAsync(gateway, body, Requests / 10);
        var before = ResidentBytes();
        await SendAsync(gateway, body, Requests - (Requests / 10));
        var growth = ResidentBytes() - before;

        TestContext.Current.TestOutputHelper?.WriteLine($"resident {before >> 20} MiB, growth {growth >> 20} MiB");
        Assert.InRange(growth, long.MinValue, MaxGrowthBytes);
        Assert.Empty(gateway.Log.Errors);
    }

    private static async Task SendAsync(TestGateway gateway, byte[] body, int count)
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var buffer = new byte[64 * 1024];
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var content = new StreamContent(new MemoryStream(body));
                using var response = await gateway.SendAsync("1.1", "/", content);
                Assert.Equal(200, (int)response.StatusCode);
                await using var stream = await response.Content.ReadAsStreamAsync();
                Assert.Equal(BodyBytes, await CompareAsync(stream, body, buffer));
            }
        }));
    }

    // Number of bytes that came and are right.
    private static async Task<int> CompareAsync(Stream stream, byte[] body, byte[] buffer)
    {
        var at = 0;
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            if (!buffer.AsSpan(0, count).SequenceEqual(body.AsSpan(at, count)))
            {
                return at;
            }

            at += count;
        }

        return at;
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
