using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ProxyWasm.Abi;
using ProxyWasm.Host;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.AspNetCore.Tests.Tcp;

/// <summary>Kestrel with one plugin in front of a connection handler.</summary>
internal sealed class ConnectionServer : IPluginLogSink, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly PluginHost _host;
    private WebApplication _application = null!;
    private int _port;

    private ConnectionServer() => _host = new PluginHost(new PluginHostOptions { Workers = 1, PluginLog = this });

    public LogLevel Level => LogLevel.Trace;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ConnectionServer> StartAsync(string plugin, Func<ConnectionContext, Task> handler)
    {
        var server = new ConnectionServer();
        var chain = server._host.CreateTcpChain(await server._host.LoadAsync(
            new PluginOptions
            {
                Name = "tested",
                Code = server._host.ConvertText(plugin),
                Limits = PluginLimits.Default with { CallbackBudget = TimeSpan.Zero },
            },
            Cancelled));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ListenOptions? options = null;
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            options = listen;
            listen.UseProxyWasm(chain);
            listen.Run(handler);
        }));
        server._application = builder.Build();
        await server._application.StartAsync(Cancelled);
        server._port = options!.IPEndPoint!.Port;
        return server;
    }

    public void Write(in PluginLogRecord record) => _lines.Writer.TryWrite(record.Message);

    /// <summary>The next line that the plugin wrote.</summary>
    public Task<string> NextLineAsync() =>
        _lines.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(Patience, Cancelled);

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _port), Cancelled);
        return socket;
    }

    public static async Task SendAsync(Socket socket, string text) =>
        await socket.SendAsync(Encoding.Latin1.GetBytes(text), Cancelled);

    /// <summary>What arrives next, at most 4096 bytes; empty at the end of the connection.</summary>
    public static async Task<string> ReceiveAsync(Socket socket)
    {
        var bytes = new byte[4096];
        var read = await socket.ReceiveAsync(bytes, Cancelled).AsTask().WaitAsync(Patience, Cancelled);
        return Encoding.Latin1.GetString(bytes.AsSpan(0, read));
    }

    public async ValueTask DisposeAsync()
    {
        using var drain = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(drain.Token);
        await _application.DisposeAsync();
        await _host.DisposeAsync();
    }
}
