namespace ProxyWasm.Host.Properties;

/// <summary>How long a declared property lives; numbers as in Envoy, others mean the filter chain.</summary>
internal enum PropertySpan : ulong
{
    FilterChain = 0,
    DownstreamRequest = 1,
    DownstreamConnection = 2,
}
