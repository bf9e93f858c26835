namespace Wildgate.Gateway.Configuration;

/// <summary>A module in an environment variable of the gateway (<c>local.environment_variable</c>).</summary>
/// <param name="Variable">The variable's name; it may be unset.</param>
public sealed record EnvironmentCodeConfig(string Variable) : VmCodeConfig;
