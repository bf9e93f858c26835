namespace Wildgate.Gateway.Configuration;

/// <summary>Answers by itself (Envoy's <c>config.route.v3.DirectResponseAction</c>).</summary>
/// <param name="Status">The status code, 200 to 599.</param>
/// <param name="Body">The body; may be empty.</param>
public sealed record DirectResponseConfig(int Status, ReadOnlyMemory<byte> Body) : RouteActionConfig;
