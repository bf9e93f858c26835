using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Metrics of the plugin; <c>metric_type</c> is a <see cref="MetricType"/>.</summary>
internal static class MetricImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy("proxy_define_metric", "metric_type, name, name_size, id*"),
        Proxy("proxy_increment_metric", "id, offset:i64"),
        Proxy("proxy_record_metric", "id, value:i64"),
        Proxy("proxy_get_metric", "id, value*"),
    ];
}
