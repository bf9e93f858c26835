using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using ProxyWasm.Abi;
using ProxyWasm.Host;
using ProxyWasm.Host.Logging;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Tests.Tcp;

/// <summary>A gateway with one TCP listener, made of a configuration text, and connections to it.</summary>
internal sealed class TcpGateway : IPluginLogSink, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("wildgate-tcp").FullName;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private GatewayServer _server = null!;

    public LogLevel Level => LogLevel.Trace;

    public int Port { get; private set; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<TcpGateway> StartAsync(
        int upstream, string[] plugins, string pluginFields = "", string proxyFields = "", int workers = 2)
    {
        var gateway = new TcpGateway();
        var configuration = GatewayConfigurationLoader.Parse(
            gateway.Configure(upstream, plugins, pluginFields, proxyFields), "gateway.yaml", gateway._folder);
        gateway._server = await GatewayServer.StartAsync(
            configuration,
            new GatewayOptions
            {
                Workers = workers,
                PluginLog = gateway,
                DrainTimeout = TimeSpan.FromSeconds(1),
                Limits = PluginLimits.Default with { CallbackBudget = TimeSpan.Zero },
            },
            Cancelled);
        gateway.Port = new Uri(Assert.Single(gateway._server.Addresses)).Port;
        return gateway;
    }

    public void Write(in PluginLogRecord record) => _lines.Writer.TryWrite(record.Message);

    /// <summary>The next line that a plugin wrote.</summary>
    public Task<string> NextLineAsync() =>
        _lines.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(Patience, Cancelled);

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Port), Cancelled);
        return socket;
    }

    public static async Task SendAsync(Socket socket, string text) =>
        await socket.SendAsync(Encoding.Latin1.GetBytes(text), Cancelled);

    /// <summary>Receives as many bytes as the text that is expected has.</summary>
    public static async Task<string> ReceiveAsync(Socket socket, int count)
    {
        var bytes = new byte[count];
        var received = 0;
        while (received < count)
        {
            var receiving = socket.ReceiveAsync(bytes.AsMemory(received), Cancelled).AsTask();
            var read = await receiving.WaitAsync(Patience, Cancelled);
            Assert.True(read > 0, $"the connection ended after {received} of {count} bytes");
            received += read;
        }

        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Receives until the end of the connection, orderly or not.</summary>
    public static async Task<string> ReceiveToEndAsync(Socket socket)
    {
        var received = new StringBuilder();
        var bytes = new byte[4096];
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(bytes, Cancelled).AsTask().WaitAsync(Patience, Cancelled);
                if (read == 0)
                {
                    break;
                }

                received.Append(Encoding.Latin1.GetString(bytes.AsSpan(0, read)));
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            received.Append("(reset)");
        }

        return received.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Configure(int upstream, string[] plugins, string pluginFields, string proxyFields)
    {
        var filters = new List<string>();
        for (var i = 0; i < plugins.Length; i++)
        {
            File.WriteAllText(Path.Combine(_folder, $"{i}.wat"), plugins[i]);
            var code = $"vm_config: {{ code: {{ local: {{ filename: {i}.wat }} }} }}";
            filters.Add(Filter(
                "envoy.filters.network.wasm",
                "envoy.extensions.filters.network.wasm.v3.Wasm",
                $"config: {{ name: p{i}, {pluginFields} {code} }}"));
        }

        filters.Add(Filter(
            "envoy.filters.network.tcp_proxy",
            "envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy",
            $"stat_prefix: tcp, {proxyFields} cluster: upstream"));
        return $$"""
            static_resources:
              listeners:
              - address: { socket_address: { address: 127.0.0.1, port_value: 0 } }
                filter_chains:
                - filters: [{{string.Join(", ", filters)}}]
              clusters:
              - name: upstream
                connect_timeout: 5s
                load_assignment:
                  cluster_name: upstream
                  endpoints:
                  - lb_endpoints:
                    - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: {{upstream}} } } }
            """;
    }

    private static string Filter(string name, string type, string fields) =>
        $"{{ name: {name}, typed_config: {{ \"@type\": type.googleapis.com/{type}, {fields} }} }}";
}
