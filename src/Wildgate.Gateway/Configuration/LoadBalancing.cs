namespace Wildgate.Gateway.Configuration;

/// <summary>How a cluster chooses an endpoint (<c>lb_policy</c>).</summary>
public enum LoadBalancing
{
    /// <summary>One after the other.</summary>
    RoundRobin,

    /// <summary>The one with fewer requests of two chosen at random.</summary>
    LeastRequest,

    /// <summary>At random.</summary>
    Random,
}
