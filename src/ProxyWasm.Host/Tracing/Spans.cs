using System.Diagnostics;
using ProxyWasm.Host.Metrics;

namespace ProxyWasm.Host.Tracing;

/// <summary>
/// Spans of what plugins do, for whoever listens to the activity source <c>ProxyWasm.Host</c>. Without a listener
/// nothing is made. Thread-safe.
/// </summary>
internal static class Spans
{
    public const string ClusterTag = "cluster";
    public const string ErrorTag = "error.type";

    private static readonly ActivitySource Source = new(HostInstruments.MeterName);

    /// <summary>Begins the span of a callback, when the request that it belongs to is sampled.</summary>
    /// <remarks>Callbacks without a request, such as ticks, have none: there is nobody to sample them.</remarks>
    public static Activity? StartCallback(string plugin, string callback)
    {
        if (!Source.HasListeners() || Activity.Current is not { Recorded: true })
        {
            return null;
        }

        var span = Source.StartActivity(callback);
        span?.SetTag(PluginMetrics.PluginTag, plugin);
        return span;
    }

    /// <summary>Begins the span of a call to a cluster; it does not become the current one.</summary>
    public static Activity? StartCallout(string function, string plugin, string cluster)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var current = Activity.Current;
        var span = Source.StartActivity(function, ActivityKind.Client);
        span?.SetTag(PluginMetrics.PluginTag, plugin).SetTag(ClusterTag, cluster);

        // The call outlives the callback that makes it, which goes on beside it.
        Activity.Current = current;
        return span;
    }

    /// <summary>Marks a span as failed.</summary>
    public static void Fail(Activity span, string error) =>
        span.SetStatus(ActivityStatusCode.Error).SetTag(ErrorTag, error);
}
