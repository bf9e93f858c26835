using ProxyWasm.Host.Callouts;
using ProxyWasm.Testing.Upstreams;

namespace ProxyWasm.Testing;

/// <summary>
/// The services that a plugin can call, by name of the cluster. A cluster that was not added does not exist for the
/// plugin. Belongs to one <see cref="TestHost"/>.
/// </summary>
public sealed class TestUpstreams
{
    private readonly Dictionary<string, TestUpstream> _upstreams = new(StringComparer.Ordinal);
    private readonly List<TestCall> _calls = [];
    private TestHost? _host;

    /// <summary>All calls of the plugin, oldest first.</summary>
    public IReadOnlyList<TestCall> Calls => _calls;

    /// <summary>An upstream that was added.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public TestUpstream this[string cluster] => Find(cluster)
        ?? throw new KeyNotFoundException($"there is no upstream `{cluster}`; add it first");

    /// <summary>
    /// Adds an upstream, whose calls wait for an answer until it has rules; or gives the one of this name.
    /// </summary>
    public TestUpstream Add(string cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        if (!_upstreams.TryGetValue(cluster, out var upstream))
        {
            upstream = new TestUpstream(cluster, this);
            _upstreams.Add(cluster, upstream);
        }

        return upstream;
    }

    internal ICalloutTransport Attach(TestHost host)
    {
        if (_host is not null)
        {
            throw new InvalidOperationException("these upstreams belong to another test host; make new ones");
        }

        _host = host;
        return new ScriptedTransport(this, host);
    }

    internal TestUpstream? Find(string cluster) => _upstreams.GetValueOrDefault(cluster);

    internal void Record(TestCall call) => _calls.Add(call);
}
