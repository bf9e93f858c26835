namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>A schema that says nothing, asks for too much, or leads nowhere. The message is for people.</summary>
internal sealed class UnusableSchemaException(string message) : Exception(message);
