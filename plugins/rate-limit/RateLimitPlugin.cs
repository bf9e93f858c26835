namespace RateLimit;

/// <summary>Lets each client make so many requests per time.</summary>
[Plugin]
internal sealed class RateLimitPlugin : Plugin<RateLimitConfig>
{
    private const long One = 1_000_000;

    /// <summary>Millionths of a request that come per second.</summary>
    public long Rate => Math.Max(1, Config.Requests * One / Config.Seconds);

    public long Size => Config.Burst > 0 ? Config.Burst : Config.Requests;

    public string Header => Config.Header;

    public string Group => Config.Group;

    public Counter Allowed { get; } = new("rate_limit.allowed");

    public Counter Limited { get; } = new("rate_limit.limited");

    protected override HttpFilter CreateHttpFilter() => new RateLimitFilter(this);
}
