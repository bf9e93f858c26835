namespace Wildgate.Gateway.Configuration;

/// <summary>
/// Where a module comes from: <see cref="FileCodeConfig"/>, <see cref="InlineCodeConfig"/> or
/// <see cref="EnvironmentCodeConfig"/>.
/// </summary>
public abstract record VmCodeConfig
{
    private protected VmCodeConfig()
    {
    }
}
