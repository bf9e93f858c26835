using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Tcp;

namespace ProxyWasm.Host.Tests.Tcp;

/// <summary>
/// Drives a connection as a proxy would, with texts for bytes, and keeps what comes out at the other ends.
/// </summary>
internal sealed class TestConnection(TcpFilterChain chain)
{
    private readonly StringBuilder _upstream = new();
    private readonly StringBuilder _client = new();

    public TcpConnection Connection { get; } = chain.Open(new TestConnectionInfo());

    /// <summary>Bytes, one character each, that reached the upstream.</summary>
    public string Upstream => _upstream.ToString();

    /// <summary>Bytes, one character each, that reached the client.</summary>
    public string Client => _client.ToString();

    public static async Task<TestConnection> AcceptAsync(TcpFilterChain chain)
    {
        var connection = new TestConnection(chain);
        await connection.Connection.AcceptAsync();
        return connection;
    }

    /// <summary>The client sends.</summary>
    public Task SendAsync(string text, bool end = false) => StepAsync(
        Connection.Downstream, Connection.Downstream.SendAsync(Encoding.Latin1.GetBytes(text), end), _upstream);

    /// <summary>The upstream sends.</summary>
    public Task AnswerAsync(string text, bool end = false) => StepAsync(
        Connection.Upstream, Connection.Upstream.SendAsync(Encoding.Latin1.GetBytes(text), end), _client);

    /// <summary>Waits until a plugin resumes what the client sent.</summary>
    public Task ResumeDownstreamAsync() => StepAsync(
        Connection.Downstream, Connection.Downstream.ResumeAsync(TestContext.Current.CancellationToken), _upstream);

    /// <summary>Waits until a plugin resumes what the upstream sent.</summary>
    public Task ResumeUpstreamAsync() => StepAsync(
        Connection.Upstream, Connection.Upstream.ResumeAsync(TestContext.Current.CancellationToken), _client);

    public Task FinishAsync(PeerType closedBy = PeerType.Local) => Connection.FinishAsync(closedBy).AsTask();

    private static async Task StepAsync(TcpDirection direction, ValueTask step, StringBuilder received)
    {
        await step;
        received.Append(Encoding.Latin1.GetString(direction.Output.Span));
        direction.Output.Clear();
    }
}
