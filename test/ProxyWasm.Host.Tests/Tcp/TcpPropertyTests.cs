using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ProxyWasm.Host.Tests.Scenarios;
using static ProxyWasm.Host.Tests.Tcp.TcpWat;

namespace ProxyWasm.Host.Tests.Tcp;

/// <summary>What TCP plugins can read of their connection (section 6.5 of the ABI reference).</summary>
public sealed class TcpPropertyTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "source.address", "192.0.2.1:4000" },
        { "destination.address", "[2001:db8::1]:443" },
        { "upstream.address", "127.0.0.1:5432" },
        { "upstream.local_address", "127.0.0.1:6000" },
        { "xds.cluster_name", "database" },
        { "cluster_name", "database" },
        { "connection.tls_version", "TLSv1.3" },
        { "connection.requested_server_name", "db.example.test" },
        { "connection.subject_peer_certificate", "CN=client" },
        { "connection.mtls", "\u0001" },
        { "plugin_name", "tested" },
        { "connection.id", Number(7) },
        { "connection_id", Number(7) },
        { "source.port", Number(4000) },
        { "destination.port", Number(443) },
        { "upstream.port", Number(5432) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_property_of_the_connection_is_read_with_its_type(string path, string expected)
    {
        var lines = await ReadAsync(path);
        Assert.Equal("value 0 " + expected, Assert.Single(lines));
    }

    [Theory]
    [InlineData("request.path")]
    [InlineData("response.code")]
    [InlineData("connection")]
    [InlineData("connection.unknown")]
    [InlineData("source.address.more")]
    [InlineData("xds.route_name")]
    public async Task A_property_that_connections_do_not_have_is_not_found(string path)
    {
        var lines = await ReadAsync(path);
        Assert.Equal("value 1", Assert.Single(lines));
    }

    [Fact]
    public async Task A_property_that_one_plugin_sets_is_read_by_the_next_on_the_same_connection_only()
    {
        await using var proxy = new TestProxy();
        var first = await proxy.LoadAsync(
            Wat.Plugin(
                Data("downstream", """(drop (call $set_property @"mine" @"kept"))"""),
                imports: """
                  (import "env" "proxy_set_property" (func $set_property (param i32 i32 i32 i32) (result i32)))
                """),
            name: "first");
        var second = await proxy.LoadAsync(Data("upstream", Read("mine")), name: "second");
        var chain = proxy.Host.CreateTcpChain(first, second);
        var connection = await TestConnection.AcceptAsync(chain);
        var other = await TestConnection.AcceptAsync(chain);
        await connection.SendAsync("abc");
        await connection.AnswerAsync("def");
        await other.AnswerAsync("def");
        Assert.Equal(["value 0 kept", "value 1"], proxy.TakeLines());
        await connection.FinishAsync();
        await other.FinishAsync();
    }

    private static async Task<string[]> ReadAsync(string path)
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(NewConnection(Read(path.Replace(".", "\\00", StringComparison.Ordinal))));
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(plugin));
        await connection.FinishAsync();
        return proxy.TakeLines();
    }

    private static string Read(string path) => string.Create(
        CultureInfo.InvariantCulture,
        $"""(call $say_result @"value" (call $property @"{path}" (i32.const 0x10) (i32.const 0x14)))""");

    // The log shows bytes as UTF-8 text; all numbers here are made of characters or their replacement.
    private static string Number(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return Encoding.UTF8.GetString(bytes);
    }
}
