using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace ProxyWasm.AspNetCore.Tests.Tcp;

/// <summary>Plugins in front of connection handlers, between real sockets.</summary>
public sealed class ConnectionMiddlewareTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_handler_reads_what_the_plugin_lets_pass_and_the_client_what_it_makes_of_the_answer()
    {
        var read = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ConnectionServer.StartAsync(ConnectionPlugins.Punctuation, async connection =>
        {
            var result = await connection.Transport.Input.ReadAsync();
            read.SetResult(Encoding.Latin1.GetString(result.Buffer.FirstSpan));
            connection.Transport.Input.AdvanceTo(result.Buffer.End);
            await connection.Transport.Output.WriteAsync("answer"u8.ToArray());
        });
        using var client = await server.ConnectAsync();
        await ConnectionServer.SendAsync(client, "question");

        Assert.Equal("!", await ConnectionServer.ReceiveAsync(client));
        Assert.Equal("?", await read.Task);
        Assert.Equal("", await ConnectionServer.ReceiveAsync(client));
        Assert.Equal("1", await server.NextLineAsync());
    }

    [Fact]
    public async Task A_handler_hears_that_a_plugin_has_closed_the_connection()
    {
        var ended = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ConnectionServer.StartAsync(ConnectionPlugins.Closer, async connection =>
        {
            try
            {
                while (true)
                {
                    var result = await connection.Transport.Input.ReadAsync();
                    await connection.Transport.Output.WriteAsync(result.Buffer.First);
                    connection.Transport.Input.AdvanceTo(result.Buffer.End);
                }
            }
            catch (Exception exception)
            {
                ended.SetResult(exception);
                throw;
            }
        });
        using var client = await server.ConnectAsync();
        await ConnectionServer.SendAsync(client, "first");
        Assert.Equal("first", await ConnectionServer.ReceiveAsync(client));
        await ConnectionServer.SendAsync(client, "second");

        Assert.Equal("", await ConnectionServer.ReceiveAsync(client));
        var exception = Assert.IsType<ConnectionAbortedException>(await ended.Task);
        Assert.Equal("wasm_downstream_close", exception.Message);
        Assert.Equal("1", await server.NextLineAsync());
    }

    [Fact]
    public async Task A_handler_that_fails_ends_its_connection_and_no_other()
    {
        var calls = 0;
        await using var server = await ConnectionServer.StartAsync(ConnectionPlugins.Punctuation, async connection =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                throw new InvalidOperationException("a defect of the handler");
            }

            await connection.Transport.Output.WriteAsync("answer"u8.ToArray());
        });
        using var first = await server.ConnectAsync();
        Assert.Equal("", await ConnectionServer.ReceiveAsync(first));
        Assert.Equal("1", await server.NextLineAsync());
        using var second = await server.ConnectAsync();
        Assert.Equal("!", await ConnectionServer.ReceiveAsync(second));
    }

    [Fact]
    public async Task A_client_that_is_gone_ends_the_wait_for_a_plugin_that_holds_the_answer()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ConnectionServer.StartAsync(ConnectionPlugins.Hoarder, async connection =>
        {
            await connection.Transport.Output.WriteAsync("answer"u8.ToArray());
            written.SetResult();
        });
        var client = await server.ConnectAsync();
        await written.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.False(client.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectRead));
        client.Close(0);
        Assert.Equal("2", await server.NextLineAsync());
    }
}
