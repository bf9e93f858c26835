namespace Wildgate.Gateway.Configuration;

/// <summary>
/// Where a module comes from: <see cref="FileCodeConfig"/>, <see cref="InlineCodeConfig"/>,
/// <see cref="EnvironmentCodeConfig"/> or <see cref="RemoteCodeConfig"/>.
/// </summary>
public abstract record VmCodeConfig
{
    private protected VmCodeConfig()
    {
    }
}
