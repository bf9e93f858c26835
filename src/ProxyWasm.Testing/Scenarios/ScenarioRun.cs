using System.Text;

namespace ProxyWasm.Testing.Scenarios;

/// <summary>What the steps of a running scenario share.</summary>
internal sealed class ScenarioRun(TestHost host)
{
    private readonly Dictionary<string, TestStream> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestConnection> _connections = new(StringComparer.Ordinal);

    public TestHost Host => host;

    /// <summary>What the last event did; null before the first one.</summary>
    public TestStep? Last { get; set; }

    /// <summary>Where the logs of the current step begin.</summary>
    public int FirstLog { get; set; }

    public TestStream Stream(string name)
    {
        if (!_streams.TryGetValue(name, out var stream))
        {
            _streams.Add(name, stream = host.OpenStream());
        }

        return stream;
    }

    public TestStream? FindStream(string name) => _streams.GetValueOrDefault(name);

    public TestConnection Connect(string name)
    {
        if (_connections.ContainsKey(name))
        {
            throw new InvalidOperationException($"the connection \"{name}\" is open already");
        }

        return _connections[name] = host.OpenConnection();
    }

    public TestConnection Connection(string name) => FindConnection(name)
        ?? throw new InvalidOperationException($"there is no connection \"{name}\"; begin with the step connect");

    public TestConnection? FindConnection(string name) => _connections.GetValueOrDefault(name);

    /// <summary>Bytes as the texts of scenarios have them.</summary>
    public static string TextOf(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
