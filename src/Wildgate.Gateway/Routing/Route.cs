using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Routing;

/// <summary>A route ready for matching.</summary>
internal sealed class Route(string virtualHostName, RouteConfig config)
{
    public string VirtualHostName { get; } = virtualHostName;

    public RouteConfig Config { get; } = config;

    public bool Matches(ReadOnlySpan<char> path) => Config.Match.Kind == PathMatchKind.Exact
        ? path.SequenceEqual(Config.Match.Path)
        : path.StartsWith(Config.Match.Path, StringComparison.Ordinal);

    /// <summary>The target to ask the upstream for, after prefix rewriting.</summary>
    public string RewriteTarget(string target)
    {
        if (Config.Action is not ForwardActionConfig { PrefixRewrite: { } rewrite })
        {
            return target;
        }

        // With an exact match the whole path is the prefix; what follows it is the query.
        return string.Concat(rewrite, target.AsSpan(Config.Match.Path.Length));
    }
}
