namespace Wildgate.Gateway.Configuration;

/// <summary>A growing pause between attempts (Envoy's <c>config.core.v3.BackoffStrategy</c>).</summary>
/// <param name="BaseInterval">The first pause; at least 1 millisecond.</param>
/// <param name="MaxInterval">
/// The longest pause; at least <paramref name="BaseInterval"/>, ten times it by default.
/// </param>
public sealed record BackoffConfig(TimeSpan BaseInterval, TimeSpan MaxInterval);
