namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Every row has one mistake, which must be the only problem, at the mark, with this id and path.</summary>
public sealed class ConfigurationProblemTests
{
    [Theory]
    [MemberData(nameof(ListenerMistakes.All), MemberType = typeof(ListenerMistakes))]
    [MemberData(nameof(RouteMistakes.All), MemberType = typeof(RouteMistakes))]
    [MemberData(nameof(PluginMistakes.All), MemberType = typeof(PluginMistakes))]
    [MemberData(nameof(ClusterMistakes.All), MemberType = typeof(ClusterMistakes))]
    [MemberData(nameof(TcpMistakes.All), MemberType = typeof(TcpMistakes))]
    public void A_mistake_is_reported_where_it_is(string slot, string text, string id, string path, string said)
    {
        var problem = Load.RefusedAtMark(Sample.With((slot, text)));

        Assert.Equal(id, problem.Id);
        Assert.Equal(path, problem.Path);
        Assert.Contains(said, problem.ToString(), StringComparison.Ordinal);
    }
}
