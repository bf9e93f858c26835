using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wildgate.Cli.Tests.Support;

/// <summary>A server that answers one request, not before it is told to.</summary>
internal sealed class TestUpstream : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<string> _request = new();
    private readonly TaskCompletionSource _release = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public TestUpstream()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>The head of the request; completes when it has arrived.</summary>
    public Task<string> Request => _request.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public void Answer() => _release.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            var stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[4096];
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var count = await stream.ReadAsync(buffer, _end.Token);
                request.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }

            _request.SetResult(request.ToString());
            await _release.Task.WaitAsync(_end.Token);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nupstream"u8.ToArray(), _end.Token);
        }
        catch (OperationCanceledException)
        {
            // The test is over before there was a request or an answer to it.
        }
    }
}
