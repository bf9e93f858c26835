namespace ProxyWasm.Testing;

/// <summary>
/// A service that the plugin can call. Rules say how it answers; the one that was added last is asked first. A call
/// that no rule fits waits until the test answers it through <see cref="TestCall"/>, or until its time limit.
/// </summary>
public sealed class TestUpstream
{
    private readonly TestUpstreams _all;
    private readonly List<TestRule> _rules = [];

    internal TestUpstream(string cluster, TestUpstreams all)
    {
        Cluster = cluster;
        _all = all;
    }

    /// <summary>Name of the cluster.</summary>
    public string Cluster { get; }

    /// <summary>Whether the cluster has an endpoint; if not, the plugin hears at once that the call failed.</summary>
    public bool IsAvailable { get; set; } = true;

    /// <summary>The calls to this upstream, oldest first.</summary>
    public IReadOnlyList<TestCall> Calls => [.. _all.Calls.Where(call => call.Cluster == Cluster)];

    /// <summary>Begins a rule for all calls.</summary>
    public TestRule On() => On(static _ => true);

    /// <summary>Begins a rule for calls to one path.</summary>
    /// <param name="path">The value of <c>:path</c>; for gRPC <c>/package.Service/Method</c>.</param>
    public TestRule On(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return On(call => call.Path == path);
    }

    /// <summary>Begins a rule for calls of the test's own choice.</summary>
    public TestRule On(Func<TestCall, bool> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var rule = new TestRule(matches);
        _rules.Insert(0, rule);
        return rule;
    }

    internal TestRule? FindRule(TestCall call) => _rules.Find(rule => rule.Fits(call));
}
