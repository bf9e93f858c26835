namespace ProxyWasm.Host;

/// <summary>
/// Pauses before a virtual machine that fails again and again is replaced (<c>reload_config</c> of Envoy's
/// <c>PluginConfig</c>). The first replacement after a healthy time is immediate.
/// </summary>
public sealed record ReloadBackoff
{
    /// <summary>The default pauses.</summary>
    public static ReloadBackoff Default { get; } = new();

    /// <summary>Upper bound of the first pause; it doubles from failure to failure.</summary>
    /// <value>Default 1 s, more than zero.</value>
    public TimeSpan Base { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Upper bound of all pauses.</summary>
    /// <value>Default 10 s, not less than <see cref="Base"/>.</value>
    public TimeSpan Max { get; init; } = TimeSpan.FromSeconds(10);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Base, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Max, Base);
    }
}
