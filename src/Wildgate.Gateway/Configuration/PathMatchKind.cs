namespace Wildgate.Gateway.Configuration;

/// <summary>How a route compares paths.</summary>
public enum PathMatchKind
{
    /// <summary>The request's path begins with the route's path.</summary>
    Prefix,

    /// <summary>The request's path without its query equals the route's path.</summary>
    Exact,
}
