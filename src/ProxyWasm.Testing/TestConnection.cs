using System.Buffers;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Tcp;
using ProxyWasm.Testing.Running;

namespace ProxyWasm.Testing;

/// <summary>
/// One TCP connection, driven event by event as a proxy would. Made by <see cref="TestHost.OpenConnection"/>, which has
/// presented the new connection already.
/// </summary>
/// <remarks>Not thread-safe. An event out of turn is an <see cref="InvalidOperationException"/>.</remarks>
public sealed class TestConnection
{
    private readonly TestHost _host;
    private readonly TcpConnection _connection;
    private readonly ArrayBufferWriter<byte> _toUpstream = new();
    private readonly ArrayBufferWriter<byte> _toClient = new();
    private bool _isSignalled;
    private bool _isFinished;

    internal TestConnection(TestHost host, TcpConnection connection)
    {
        _host = host;
        _connection = connection;
        Plugin = host.Plugin;
        connection.Downstream.Wake = connection.Upstream.Wake = () => _isSignalled = true;
    }

    /// <summary>Whether the plugin has let the connection itself pass, so that the upstream may be connected.</summary>
    public bool IsAccepted { get; private set; }

    /// <summary>Whether the plugin, or its failure, has closed the connection.</summary>
    public bool IsClosed => _connection.IsClosed;

    /// <summary>Why the plugin closed it; null while it did not.</summary>
    public string? CloseDetails => _connection.CloseDetails;

    /// <summary>The plugin that serves the connection to its end.</summary>
    internal Plugin Plugin { get; }

    /// <summary>Bytes that have passed to the upstream.</summary>
    public ReadOnlyMemory<byte> ToUpstream => _toUpstream.WrittenSpan.ToArray();

    /// <summary>Bytes that have passed to the client.</summary>
    public ReadOnlyMemory<byte> ToClient => _toClient.WrittenSpan.ToArray();

    /// <summary>Presents bytes of the client.</summary>
    /// <returns>The plugin's decision, and the bytes that passed to the upstream in this step.</returns>
    public TestStep DownstreamData(string text, bool endOfStream = false) =>
        DownstreamData(Encoding.UTF8.GetBytes(text), endOfStream);

    /// <inheritdoc cref="DownstreamData(string, bool)"/>
    public TestStep DownstreamData(ReadOnlyMemory<byte> bytes, bool endOfStream = false) =>
        Step(_connection.Downstream, _toUpstream, bytes, endOfStream);

    /// <summary>Presents bytes of the upstream.</summary>
    /// <returns>The plugin's decision, and the bytes that passed to the client in this step.</returns>
    public TestStep UpstreamData(string text, bool endOfStream = false) =>
        UpstreamData(Encoding.UTF8.GetBytes(text), endOfStream);

    /// <inheritdoc cref="UpstreamData(string, bool)"/>
    public TestStep UpstreamData(ReadOnlyMemory<byte> bytes, bool endOfStream = false)
    {
        Require(IsAccepted, "the plugin has not let the connection pass, so there is no upstream");
        return Step(_connection.Upstream, _toClient, bytes, endOfStream);
    }

    /// <summary>Ends the connection: the plugin is told, logs it and forgets it.</summary>
    /// <param name="closedBy">Who closed the connection between client and proxy.</param>
    public void Close(PeerType closedBy = PeerType.Remote)
    {
        Require(!_isFinished, "it is closed");
        _host.Forget(this);
        _host.Run(() => EndAsync(closedBy));
    }

    internal ValueTask EndAsync(PeerType closedBy = PeerType.Remote)
    {
        _isFinished = true;
        return _connection.FinishAsync(closedBy);
    }

    internal void Accept() => _host.Run(_connection.AcceptAsync);

    /// <summary>Lets go on what the plugin has released meanwhile; true when something may have changed.</summary>
    internal bool Progress()
    {
        var changed = _isSignalled;
        if (changed && !_isFinished)
        {
            _isSignalled = false;
            Synchronously.Complete(_connection.Downstream.ContinueAsync());
            Synchronously.Complete(_connection.Upstream.ContinueAsync());
        }

        IsAccepted |= _connection.IsAccepted;
        Take(_connection.Downstream, _toUpstream);
        Take(_connection.Upstream, _toClient);
        return changed;
    }

    private static void Take(TcpDirection direction, ArrayBufferWriter<byte> output)
    {
        output.Write(direction.Output.Span);
        direction.Output.Clear();
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"the connection takes no such event: {problem}");
        }
    }

    private TestStep Step(
        TcpDirection direction, ArrayBufferWriter<byte> output, ReadOnlyMemory<byte> bytes, bool endOfStream)
    {
        Require(!_isFinished && !IsClosed, "it is closed");
        var (logs, passed) = (_host.Logs.Count, output.WrittenCount);
        var action = StepAction.Continue;
        _host.Run(() =>
        {
            var driven = direction.SendAsync(bytes, endOfStream);
            action = IsClosed ? StepAction.Reset : direction.IsPaused ? StepAction.Pause : StepAction.Continue;
            return driven;
        });
        return new TestStep
        {
            Action = action,
            Headers = new TestHeaders([]),
            Body = output.WrittenSpan[passed..].ToArray(),
            Logs = [.. _host.Logs.Skip(logs)],
        };
    }
}
