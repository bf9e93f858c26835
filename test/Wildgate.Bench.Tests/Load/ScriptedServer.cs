using System.Net;
using System.Net.Sockets;
using System.Text;
using Wildgate.Bench.Load;

namespace Wildgate.Bench.Tests.Load;

/// <summary>Accepts connections, waits for the first bytes on each, sends a fixed text and, unless it is to hang,
/// closes.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly bool _hangs;
    private readonly Task _task;

    public ScriptedServer(string answer, bool hangs = false)
    {
        _answer = Encoding.ASCII.GetBytes(answer);
        _hangs = hangs;
        _listener.Start();
        _task = AcceptAsync();
    }

    public LoadTarget Target => LoadTarget.Parse($"http://{_listener.LocalEndpoint}/");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _task;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await socket.ReceiveAsync(new byte[64 * 1024], _stop.Token);
                await socket.SendAsync(_answer, _stop.Token);
                if (_hangs)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
                }

                socket.Shutdown(SocketShutdown.Send);
                while (await socket.ReceiveAsync(new byte[64 * 1024], _stop.Token) > 0)
                {
                    // Reads the request to its end, so that closing does not reset the answer away.
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The test is over, or the generator hung up as it should.
            }
        }
    }
}
