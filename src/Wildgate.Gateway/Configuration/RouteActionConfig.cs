namespace Wildgate.Gateway.Configuration;

/// <summary>
/// What a route does with a request: <see cref="ForwardActionConfig"/> or <see cref="DirectResponseConfig"/>.
/// </summary>
public abstract record RouteActionConfig
{
    private protected RouteActionConfig()
    {
    }
}
