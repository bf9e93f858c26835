namespace Wildgate.Gateway.Plugins;

/// <summary>A place where a plugin's configuration differs from what its module says of it.</summary>
/// <param name="Path">The field, such as <c>keys[0].name</c>; empty for the configuration as a whole.</param>
/// <param name="Message">What was expected and what was found.</param>
/// <param name="Advice">What to do about it; may be empty.</param>
public sealed record ConfigurationFault(string Path, string Message, string Advice);
