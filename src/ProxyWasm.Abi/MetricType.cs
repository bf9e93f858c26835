namespace ProxyWasm.Abi;

/// <summary>Kind of a plugin-defined metric, <c>proxy_metric_type_t</c> of the ABI.</summary>
public enum MetricType
{
    /// <summary>Only grows.</summary>
    Counter = 0,

    /// <summary>Goes up and down.</summary>
    Gauge = 1,

    /// <summary>Distribution of samples.</summary>
    Histogram = 2,
}
